"""The HTML of a program and of what it printed, the same on page and slide."""

from collections.abc import Iterator
from html import escape

from markdown import Markdown

from content.engine.fence import beginning, report
from content.engine.fence.address import links
from content.engine.fence.ansi import shown as shown_by_terminal
from content.engine.fence.ansi import to_text
from content.engine.fence.drawing import breakable
from content.engine.fence.figures import drawn
from content.engine.fence.given import given_html, in_words
from content.engine.fence.header import Embed, Place
from content.engine.fence.held import held
from content.engine.fence.highlight import count, highlighted
from content.engine.fence.marks import with_marks
from content.engine.fence.numbers import Lines, numbered, shown
from content.engine.fence.pressed import with_mark
from content.engine.fence.replay import frames_html, with_moments
from content.engine.fence.scheduler import panel
from content.engine.fence.traces import with_traces
from snippets.engine.process.run import Run
from snippets.engine.process.tape import line_count
from snippets.engine.program.given import repeated
from snippets.engine.program.program import Program
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.edition import Edition
from snippets.engine.runs.record import Record

LONG = 16  # lines of an output that a page shows at once; of a longer one, twelve until all are asked for
NOWHERE = Place()
LATE = (
    "it started a Python with another environment or -I, whose lines may stand lower than on a terminal: "
    "into a pipe, Python holds back what it prints"
)


def program_html(
    md: Markdown, record: Record, embed: Embed, cache: Cache, here: Place = NOWHERE, anchor: str = ""
) -> str:
    """What a fence asks for: the source, or a part of it, and the output, or one of them; with links, on a page.

    `anchor` is its id, to which indexes lead.
    """
    pieces = []
    above = _above(record.program, embed, here)
    if embed.show in ("both", "source"):
        pieces.append(_source(md, record.program, embed, above, cache, here))
    results = []
    if embed.show in ("both", "output") or (embed.show == "figure" and not record.runs):
        results.append(_output(record, f"run-{count(md)}", here, shown(md)))
    if embed.figure == "scheduler" and record.orders:
        pieces.append(panel(record.program, record.orders, embed, here))
    elif embed.figure and record.runs:
        results.append(drawn(embed.figure, record.program.name, record.runs[0]))
    results += [f'<p class="not-shown">{escape(line)}</p>' for line in record.unshown] if results else []
    pieces += given_html(record.program) if results and record.runs else []
    pieces += held(results, record.program.name, here) if embed.hold and results else results
    steps = "|".join("{}-{}".format(*_lines(record.program, name, above)) for name in embed.steps)
    name = escape(record.program.name)
    data = f' id="{anchor}"' * bool(anchor) + f' data-program="{name}"'
    data += f' data-steps="{steps}"' if steps else ""
    return f'<div class="program"{data}>\n' + "\n".join(pieces) + _fragments(embed) + "\n</div>"


def _above(program: Program, embed: Embed, here: Place) -> int:
    """How many lines of a program stand above those that are shown."""
    if embed.part:
        return program.lines_of(embed.part)[0] - 1
    if here.kind != "deck" or embed.whole:
        return 0
    named = filter(None, (embed.highlight, *embed.notes, *embed.steps))
    return beginning.first_line(program.source, (program.lines_of(name)[0] for name in named)) - 1


def _source(md: Markdown, program: Program, embed: Embed, above: int, cache: Cache, here: Place) -> str:
    text = program.text_of(embed.part) if embed.part else "\n".join(program.source.split("\n")[above:])
    first, last = _lines(program, embed.highlight, above) if embed.highlight else (1, 0)
    listing = highlighted(md, text, range(first, last + 1), embed.title or program.name, cache)
    if here.site:
        listing = listing.replace("<pre>", f"{links(program, here.site)}<pre>", 1)
        listing = listing.replace("<code>", f'<code style="--lines: {line_count(text)}">', 1)
    listing = with_marks(listing, (_lines(program, name, above)[0] for name in embed.notes))
    if here.kind == "deck":
        return listing
    title = f'<span class="filename">{escape(embed.title or program.name)}'
    listing = listing.replace(title, breakable(title), 1)
    blank = len(text.rstrip("\n")) - len(text.strip("\n"))  # lines at its top, which are not shown
    return numbered(md, listing, program.name, program.numbers[above + blank :])


def _lines(program: Program, name: str, above: int) -> tuple[int, int]:
    """First and last line of a part, counted from 1 below those that stand above what is shown."""
    first, last = program.lines_of(name)
    return first - above, last - above


def _fragments(embed: Embed) -> str:
    """One empty fragment for each step after the first: reveal.js counts them, our script lights up the lines."""
    return "".join(f'<span class="fragment step" data-step="{n}"></span>' for n in range(1, len(embed.steps)))


def _output(record: Record, group: str, here: Place, lines: Lines) -> str:
    runs = [*labelled(record)]
    outputs = [(label, _run(record.program, run, f", {label}" * (len(runs) > 1), here, lines)) for label, run in runs]
    shown = [_tabs(caption(record), outputs, group)] if len(outputs) > 1 else [html for _, html in outputs]
    return "\n".join([*shown, *_absent(record, here)])


def _absent(record: Record, here: Place) -> Iterator[str]:
    """One quiet line on what this build has not; on a page, what authors do to have it is behind it."""
    line, how = escape(record.absent), escape(record.how_to_get)
    if how and here.kind != "deck":
        yield f'<details class="run-absent" data-search-exclude><summary>{line}</summary>{how}</details>'
    elif line:
        yield f'<p class="run-absent">{line}</p>'


def labelled(record: Record) -> Iterator[tuple[str, Run]]:
    """Every run of a program, in order, by what tells it from the others."""
    for edition in record.editions:
        for number, run in enumerate(edition.runs, 1):
            yield _label(edition, number, len(record.editions)), run


def _label(edition: Edition, number: int, editions: int) -> str:
    run = f"run {number}"
    if editions == 1:
        return run
    return edition.python if len(edition.runs) == 1 else f"{edition.python}, {run}"


def caption(record: Record) -> str:
    """What is said of several runs together."""
    runs = record.runs
    different = len({run.output for run in runs})
    one = f"{len(runs)} runs, {'all the same' if different == 1 else f'{different} different outputs'}"
    pythons = len([edition for edition in record.editions if edition.runs])
    return one if pythons == 1 else f"{one}, on {pythons} versions of Python"


def _tabs(caption: str, outputs: list[tuple[str, str]], group: str) -> str:
    """Outputs behind radio buttons: they work without a script, by keyboard, and print one below the other."""
    buttons = "".join(
        f'<input type="radio" name="{group}" id="{group}-{n}"{" checked" * (n == 0)}>'
        f'<label for="{group}-{n}">{escape(label)}</label>'
        for n, (label, _) in enumerate(outputs)
    )
    panels = "\n".join(f'<div class="run-panel">{html}</div>' for _, html in outputs)
    return (
        f'<fieldset class="run-tabs" data-search-exclude><legend>{escape(caption)}</legend>\n'
        f'<div class="run-buttons">{buttons}</div>\n{panels}\n</fieldset>'
    )


def _run(program: Program, run: Run, which: str, here: Place, lines: Lines) -> str:
    below = _more(run.output, here) if run.output else '<p class="run-silent">It printed nothing.</p>'
    seen = shown_by_terminal(run)
    printed = with_traces(seen.html, lines)
    printed = with_mark(printed, seen.pressed) if run.interrupted else printed
    printed = printed if seen.frames else with_moments(printed, run.times)
    # In a deck every output can be scrolled by key; on a page, course.js sees which ones are wider than it.
    reached = ' tabindex="0"' if here.kind == "deck" else ""
    output = (
        f'<div class="run-output" data-snippet="{escape(program.name)}">'
        f'<pre{reached} role="group" aria-label="Output of {escape(program.name + which)}" data-search-exclude>'
        f"<samp>{printed}</samp></pre>{below}{frames_html(seen.frames)}</div>"
    )
    return output + _facts(program, run, here)


def _more(output: str, here: Place) -> str:
    """What unfolds a long output on a page, without a script."""
    lines = line_count(to_text(output))
    if lines <= LONG or here.kind == "deck":
        return ""
    return f'<label class="run-more" data-search-exclude><input type="checkbox">Show all {lines} lines</label>'


def _facts(program: Program, run: Run, here: Place) -> str:
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
