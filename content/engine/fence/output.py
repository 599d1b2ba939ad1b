"""What runs printed, as HTML: the lines of tracebacks lead to the listing, and each line says when it came.

`assets/replay.js` prints it again in the same time. A mark says where Ctrl-C was pressed; none of it is text, since the
program did not print it. What is held back until it is asked for is open on a page without a script, and in print;
there `content/assets/question.js` closes it, by the button above it. In a deck it comes with the next key.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

from content.engine.fence.ansi import Frame, Shown, html_of, replayed, text_of
from content.engine.fence.controls import CONTROL, PEN
from content.engine.fence.header import Place
from snippets.engine.process.run import Run
from snippets.engine.runs.record import Edition, Record

LONG = 16  # lines of an output that a page shows at once; of a longer one, twelve until all are asked for
NOTICEABLE = 0.25  # seconds between the first line and the last, from which on it is worth to see them come
LABEL = "Show what it printed"
BUTTON = f'<button type="button" class="held-button" aria-expanded="false">{LABEL}</button>'
IN_DECK = '<div class="fragment held" data-snippet='
MARK = '<span class="ctrl-c" role="img" aria-label="Ctrl-C"></span>'  # assets/look.css says ^C in it
HEAD = re.compile(
    r"[ +|]*(?:Exception Group )?Traceback \(most recent call last\):|.*[Tt]hread 0x\w+.*\(most recent call .*"
)
ABOVE = re.compile(r"Exception in thread .*:|Process \S+:")  # the line above, where threads and processes end by one
PLACE = re.compile(r'(?P<before>[ |]+File "(?P<file>[^"<]+)", )(?P<line>line (?P<number>\d+))(?P<after>\b.*)')
END = re.compile(r"[ |]*(?:\w+\.)*[A-Z]\w*(?:: .*)?")

Lines = Mapping[tuple[str, int], str]  # the id on the page, by a program's name and the line's number in its file


def to_text(output: str) -> str:
    """What a terminal shows at the end; an output without control characters is that already."""
    return text_of(output) if CONTROL.search(output) else output


def to_html(output: str) -> str:
    """The same as HTML; no element goes over the end of a line."""
    return html_of(output) if CONTROL.search(output) else escape(output, quote=False)


def shown(run: Run) -> Shown:
    """What a run showed; where the cursor only went on and on, each line came as it is."""
    if CONTROL.search(PEN.sub("", run.output)):
        return replayed(run)
    above = sum(time <= run.interrupted for time in run.times)
    return Shown(to_html(run.output), (), min(above, run.output.count("\n")))


def output_html(run: Run, name: str, which: str, here: Place, lines: Lines) -> str:
    """The output of a run of the program `name`; `which` tells it from others, `lines` are those shown."""
    seen = shown(run)
    below = _more(seen.html, here) if run.output else '<p class="run-silent">It printed nothing.</p>'
    printed = with_traces(seen.html, lines)
    printed = with_mark(printed, seen.pressed) if run.interrupted else printed
    printed = printed if seen.frames else with_moments(printed, run.times)
    # In a deck every output can be scrolled by key; on a page, course.js sees which ones are wider than it.
    reached = ' tabindex="0"' if here.kind == "deck" else ""
    return (
        f'<div class="run-output" data-snippet="{escape(name)}">'
        f'<pre{reached} role="group" aria-label="Output of {escape(name + which)}" data-search-exclude>'
        f"<samp>{printed}</samp></pre>{below}{frames_html(seen.frames)}</div>"
    )


def _more(printed: str, here: Place) -> str:
    """What unfolds a long output on a page, without a script."""
    lines = printed.removesuffix("\n").count("\n") + 1
    if lines <= LONG or here.kind == "deck":
        return ""
    return f'<label class="run-more" data-search-exclude><input type="checkbox">Show all {lines} lines</label>'


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


def tabs(caption: str, outputs: list[tuple[str, str]], group: str) -> str:
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


def held(results: Sequence[str], name: str, here: Place) -> list[str]:
    """The pieces of HTML that hold back outputs and figures of the program `name`."""
    if here.kind == "deck":
        return [f'{IN_DECK}"{escape(name)}">', *results, "</div>"]
    return [BUTTON, f'<div class="held" data-snippet="{escape(name)}">', *results, "</div>"]


def with_mark(html: str, row: int) -> str:
    """Put the mark above a row, from 0; `html` has no element that goes over the end of one."""
    rows = html.split("\n")
    rows[row] = MARK + rows[row]
    return "\n".join(rows)


def with_moments(html: str, times: Sequence[float]) -> str:
    """Wrap the lines that came at the same moment in an element that says it; a quick output stays as it is.

    `html` is what `to_html` makes of an output, whose lines have these times, in seconds from the start.
    """
    if not times or round(times[-1] - times[0], 3) < NOTICEABLE:
        return html
    *ended, rest = html.split("\n")
    lines = [*(f"{line}\n" for line in ended), rest]  # of an output whose last line ends, the rest is nothing
    below = "".join(lines[len(times) :])  # such as the mark of Ctrl-C
    groups = groupby(zip(times, lines, strict=False), key=itemgetter(0))
    timed = (f'<span data-at="{at:g}">{"".join(line for _, line in group)}</span>' for at, group in groups)
    return "".join(timed) + below


def frames_html(frames: Sequence[Frame]) -> str:
    """The states of a terminal that an output drew, each by what differs from that before; none of a quick one."""
    if not frames or round(frames[-1].moment - frames[0].moment, 3) < NOTICEABLE:
        return ""
    texts = (f'<div data-at="{one.moment:g}" data-first="{one.first}">{chr(10).join(one.rows)}</div>' for one in frames)
    return f'<template class="run-frames">{"".join(texts)}</template>'


def with_traces(html: str, lines: Lines) -> str:
    """An output, line by line as `to_html` makes it, with a class on each line of a traceback.

    Where it names a line that the page shows, that is a link to it; `lines` has those.
    """
    told: list[str] = []
    is_within = False
    rows = html.split("\n")
    for row, below in zip(rows, [*rows[1:], ""], strict=True):
        begins = HEAD.fullmatch(row) or PLACE.fullmatch(row) or (ABOVE.fullmatch(row) and HEAD.fullmatch(below))
        goes_on = is_within and row.startswith((" ", "+"))
        ends = is_within and not goes_on and END.fullmatch(row)
        is_within = bool(begins or goes_on)
        told.append(_told(row, "trace end" if ends else "trace", lines) if is_within or ends else row)
    return "\n".join(told)


def _told(row: str, kind: str, lines: Lines) -> str:
    place = PLACE.fullmatch(row)
    target = lines.get((place["file"], int(place["number"]))) if place else None
    if place and target:
        row = f'{place["before"]}<a href="#{target}">{place["line"]}</a>{place["after"]}'
    return f'<span class="{kind}">{row}</span>'
