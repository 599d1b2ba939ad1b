"""The HTML of a program and of what it printed, the same on page and slide.

Above an output stands what its program was given, below it how it went, and how to run it oneself: the command gives it
the same in a shell of Unix.
"""

from collections.abc import Iterator
from html import escape
from shlex import quote

from markdown import Markdown

from content.engine.fence import report
from content.engine.fence.controls import PICTURES
from content.engine.fence.figures import drawn
from content.engine.fence.header import Embed, Place
from content.engine.fence.listing import count, lines_above, lines_of, shown, source_html
from content.engine.fence.output import Lines, caption, held, labelled, output_html, tabs
from content.engine.fence.scheduler import panel
from snippets.engine.process.run import Run
from snippets.engine.program.declaration import Given
from snippets.engine.program.program import Program
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.record import Record

NOWHERE = Place()
LATE = (
    "it started a Python with another environment or -I, whose lines may stand lower than on a terminal: "
    "into a pipe, Python holds back what it prints"
)
PLAIN = {"\n": "\\n", "\t": "\\t", "\\": "\\\\", "%": "%%"}  # for printf


def program_html(
    md: Markdown, record: Record, embed: Embed, cache: Cache, here: Place = NOWHERE, anchor: str = ""
) -> str:
    """What a fence asks for: the source, or a part of it, and the output, or one of them; with links, on a page.

    `anchor` is its id, to which indexes lead.
    """
    pieces = []
    above = lines_above(record.program, embed, here)
    if embed.show in ("both", "source"):
        pieces.append(source_html(md, record.program, embed, above, cache, here))
    results = []
    if embed.show in ("both", "output") or (embed.show == "figure" and not record.runs):
        results.append(_output(record, f"run-{count(md)}", here, shown(md)))
    if embed.figure == "scheduler" and record.orders:
        pieces.append(panel(record.program, record.orders, embed, here))
    elif embed.figure and record.runs:
        results.append(drawn(embed.figure, record.program.name, record.runs[0]))
    seen = record.runs[:1] if embed.show == "figure" else record.runs  # a figure is drawn from the first
    results += [f'<p class="not-shown">{escape(line)}</p>' for line in record.unshown_of(seen)] if results else []
    pieces += given_html(record.program) if results and record.runs else []
    pieces += held(results, record.program.name, here) if embed.hold and results else results
    steps = "|".join("{}-{}".format(*lines_of(record.program, name, above)) for name in embed.steps)
    name = escape(record.program.name)
    data = f' id="{anchor}"' * bool(anchor) + f' data-program="{name}"'
    data += f' data-steps="{steps}"' if steps else ""
    return f'<div class="program"{data}>\n' + "\n".join(pieces) + _fragments(embed) + "\n</div>"


def _fragments(embed: Embed) -> str:
    """One empty fragment for each step after the first: reveal.js counts them, our script lights up the lines."""
    return "".join(f'<span class="fragment step" data-step="{n}"></span>' for n in range(1, len(embed.steps)))


def _output(record: Record, group: str, here: Place, lines: Lines) -> str:
    runs = [*labelled(record)]
    outputs = [(label, _run(record.program, run, f", {label}" * (len(runs) > 1), here, lines)) for label, run in runs]
    shown = [tabs(caption(record), outputs, group)] if len(outputs) > 1 else [html for _, html in outputs]
    return "\n".join([*shown, *_absent(record, here)])


def _absent(record: Record, here: Place) -> Iterator[str]:
    """One quiet line on what this build has not; on a page, what authors do to have it is behind it."""
    line, how = escape(record.absent), escape(record.how_to_get)
    if how and here.kind != "deck":
        yield f'<details class="run-absent" data-search-exclude><summary>{line}</summary>{how}</details>'
    elif line:
        yield f'<p class="run-absent">{line}</p>'


def _run(program: Program, run: Run, which: str, here: Place, lines: Lines) -> str:
    return output_html(run, program.name, which, here, lines) + facts_html(program, run, here)


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
        address = escape(report.address(here.repository, here.path, program.name, run))
        yield f'<a href="{address}" aria-label="Report this output of {escape(program.name)}">report this output</a>'


def ending_of(ended: str, timeout: float) -> str:
    """In words, how a run ended that did not end well; `timeout` is that of its program, in seconds."""
    if ended == "timeout":
        return f"ended by its time-out after {timeout:g} s"
    kind, _, which = ended.partition(" ")
    return f"exit status {which}" if kind == "exit" else f"killed by {which}"
