"""The HTML of a program and of what it printed, the same on page and slide."""

from collections.abc import Iterator
from html import escape

from markdown import Markdown

from content.engine.fence.circumstances import facts_html, given_html
from content.engine.fence.figures import drawn
from content.engine.fence.header import Embed, Place
from content.engine.fence.listing import Lines, count, lines_above, lines_of, shown, source_html
from content.engine.fence.output import held, output_html
from content.engine.fence.scheduler import panel
from snippets.engine.process.run import Run
from snippets.engine.program.program import Program
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.record import Edition, Record

NOWHERE = Place()


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
    return output_html(run, program.name, which, here, lines) + facts_html(program, run, here)
