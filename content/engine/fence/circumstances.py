"""How a program was run, as HTML: above its output what it was given, below it how it went, and how to run it oneself.

The command gives a program the same in a shell of Unix. And the address of a new issue about an output, filled in with
what the build knows of its run.
"""

from collections.abc import Iterator
from html import escape
from shlex import quote
from urllib.parse import urlencode

from content.engine.fence.ansi import to_text
from content.engine.fence.controls import PICTURES
from content.engine.fence.header import Place
from snippets.engine.process.run import Run
from snippets.engine.program.declaration import Given
from snippets.engine.program.program import Program

LATE = (
    "it started a Python with another environment or -I, whose lines may stand lower than on a terminal: "
    "into a pipe, Python holds back what it prints"
)
LONGEST = 1800  # characters of an address: some servers take no more than 2,000
LINES = 10  # of the output, at the most
PLAIN = {"\n": "\\n", "\t": "\\t", "\\": "\\\\", "%": "%%"}  # for printf
BODY = """\
Program: {program}
Page: {page}
How it ended: {ended}, after {seconds:.2f} s
Python: {python}
Machine: {machine}

What the page shows, from its beginning:

{output}

What I expected, or what I see when I run it myself:

"""


def given_html(program: Program) -> list[str]:
    """What a program was given, as a piece of HTML; none of one that is given nothing."""
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


def typed(path: str, given: Given) -> str:
    """The line that runs the program at a path with its arguments, options and variables."""
    variables = (f"{name}={quote(value)}" for name, value in given.env)
    return " ".join([*variables, "python", *map(quote, given.flags), quote(path), *map(quote, given.args)])


def repeated(path: str, given: Given) -> str:
    """The same, with all that it reads from standard input, and in the folder with the files that it works with."""
    folder, _, name = path.rpartition("/")
    line = typed(name if given.beside else path, given)
    line = f"printf {quote(_for_printf(given.stdin))} | {line}" if given.stdin else line
    return f"cd {quote(folder)} && {line}" if given.beside else line


def _for_printf(text: str) -> str:
    """A text as printf of any shell takes it, which must not take its beginning for an option."""
    escaped = "".join(PLAIN.get(one) or (one if one.isprintable() else _octal(one)) for one in text)
    return f"\\055{escaped[1:]}" if escaped.startswith("-") else escaped


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode())


def facts_html(program: Program, run: Run, here: Place) -> str:
    """The small print below an output, which tells more when it is unfolded."""
    declared = program.declaration
    tries = f" · try {run.tries}" if declared.shows else ""
    unwell = "" if run.ended == "ok" else f"<strong>{escape(ending_of(run.ended, declared.timeout))}</strong> · "
    varies = {"varies": "varies", "unordered": "in any order"}.get(declared.output, "")
    because = f' · <span class="run-varies">{varies}: {escape(declared.because)}</span>' if varies else ""
    summary = f"{unwell}{run.seconds:.2f} s · Python {escape(run.python)}{tries}{because}"
    command = repeated(f"snippets/{program.name}", declared)
    key = f", and press {in_words(declared.interrupt)}" if declared.interrupt else ""
    yourself = f"run it yourself: <code>{escape(command)}</code>{key}"
    told = [escape(run.machine), *([LATE] if run.late else []), yourself, *_links(program, run, here)]
    return f'<details class="run-facts" data-search-exclude><summary>{summary}</summary>{" · ".join(told)}</details>'


def _links(program: Program, run: Run, here: Place) -> Iterator[str]:
    """Where a page leads from a run: to how to run programs, and to a report about this one."""
    if here.site and here.help:
        yield f'<a href="{here.site}{escape(here.help)}">how to run programs</a>'
    if here.repository:
        address = escape(report_address(here.repository, here.path, program.name, run))
        yield f'<a href="{address}" aria-label="Report this output of {escape(program.name)}">report this output</a>'


def ending_of(ended: str, timeout: float) -> str:
    """In words, how a run ended that did not end well; `timeout` is that of its program, in seconds."""
    if ended == "timeout":
        return f"ended by its time-out after {timeout:g} s"
    kind, _, which = ended.partition(" ")
    return f"exit status {which}" if kind == "exit" else f"killed by {which}"


def report_address(repository: str, page: str, name: str, run: Run) -> str:
    """The address that opens an issue about a run of the program `name`, shown on `page`, a path in the course."""
    printed = to_text(run.output)
    lines = [f"    {line}" for line in printed.split("\n")[:LINES] if printed]
    shown = "\n".join(lines)[:LONGEST] if lines else "    (nothing)"
    for length in range(len(shown), -1, -20):
        whole = _address(repository, page, name, run, shown[:length])
        if len(whole) <= LONGEST:
            break
    return whole


def _address(repository: str, page: str, name: str, run: Run, output: str) -> str:
    body = BODY.format(
        program=f"snippets/{name}",
        page=page,
        ended=run.ended,
        seconds=run.seconds,
        python=run.python,
        machine=run.machine,
        output=output,
    )
    return f"{repository}/issues/new?{urlencode({'title': f'Output of {name}', 'body': body})}"
