"""What a program was given for its run, above what it printed: the command line, and what it read."""

from collections.abc import Iterator
from html import escape

from content.engine.fence.controls import PICTURES
from snippets.engine.program.given import Given, typed
from snippets.engine.program.program import Program


def given_html(program: Program) -> list[str]:
    """A piece of HTML that says it; none of a program that is given nothing."""
    if not program.declaration.is_anything:
        return []
    return [
        f'<div class="run-given" data-search-exclude>{"".join(_lines(program.path.name, program.declaration))}</div>'
    ]


def in_words(interrupt: str | float) -> str:
    """When Ctrl-C is pressed, as HTML."""
    when = f"after {interrupt:g} s" if not isinstance(interrupt, str) else f"once it printed <q>{escape(interrupt)}</q>"
    return f"<kbd>Ctrl</kbd>+<kbd>C</kbd> {when}"


def _lines(name: str, given: Given) -> Iterator[str]:
    yield f'<p class="run-command"><code>{escape(typed(name, given))}</code></p>'
    if given.beside:
        files = ", ".join(f"<code>{escape(name)}</code>" for name in given.beside)
        yield f'<p class="run-files">in a folder with {files}</p>'
    if given.stdin:
        text = given.stdin.removesuffix("\n").translate(PICTURES | {0x1B: "␛"})
        yield "<p>on standard input:</p>"
        yield f'<pre tabindex="0" role="group" aria-label="Standard input">\n{escape(text)}</pre>'
    if given.interrupt:
        yield f"<p>{in_words(given.interrupt)}</p>"
