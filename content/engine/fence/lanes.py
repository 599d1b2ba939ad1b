"""The figures of lanes: of a run that was watched, one for each thread, filled where it was on a processor, else thin.

And of turns that a program stamped itself: one for each name, filled from each begin to its end.

It is no `Drawing`, which shrinks as a whole: here only time is stretched to the width there is, in per cent, and all
else is as large as the text around it, so that a phone and the last row can read it.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, log10

from content.engine.fence.address import breakable
from content.engine.fence.drawing import framed
from snippets.engine.process.run import Lane, Run, Span, together

PITCH = 3  # heights of the text from lane to lane
UNITS = 2000  # into which the time of a run is parted
THINNEST = 3  # units: less could not be seen
TICKS = 5  # that the axis has at most, besides 0
SPAN = r"\d+(?:\.\d+)?-\d+(?:\.\d+)?"
LINE = re.compile(rf"(?P<name>.*?\S):? +(?P<spans>{SPAN}(?: {SPAN})*) ms")
ABSENT = "No timeline here: the system of this build did not tell which thread was on a processor when."


def figure(program: str, run: Run) -> str:
    """The timeline of a program's run as HTML, with a text alternative and a caption; or why there is none."""
    if not run.timeline:
        return f'<p class="run-absent">{ABSENT}</p>'
    caption = f"<code>{breakable(escape(program))}</code>, watched while it ran. Filled: on a processor. Thin: waiting."
    if any(lane.ready for lane in run.timeline):
        caption += " Pale: ready, but no processor was free."
    if len(run.timeline) > 1:
        caption += f" {_at_once(run.timeline)}."
    return framed(svg(run.timeline, _told(run.timeline)), caption)


def svg(lanes: Sequence[Lane], told: str) -> str:
    """The drawing of some lanes as HTML, with an axis of seconds; `told` is its text alternative."""
    end = max(lane.end for lane in lanes)
    drawn = "".join(_lane(number, lane, end) for number, lane in enumerate(lanes))
    height = PITCH * len(lanes)
    return (
        f'<svg class="run-timeline" role="img" width="100%" height="{height + 2:g}em" '
        f'style="--lasts: {end:.2f}s" '
        f'aria-label="{escape(told)}">{drawn}{_axis(end, height)}</svg>'
    )


def _told(lanes: Sequence[Lane]) -> str:
    """The text alternative: what the drawing shows, in words."""
    end = max(lane.end for lane in lanes)
    each = "; ".join(
        f"{lane.name} ran for {_seconds(lane.ran):.2f} s between {lane.begin:.2f} s and {lane.end:.2f} s"
        + f", and was ready for {_seconds(lane.ready):.2f} s more" * (_seconds(lane.ready) >= 0.005)
        for lane in lanes
    )
    return f"Timeline of {end:.2f} s: {each}." + f" {_at_once(lanes)}." * (len(lanes) > 1)


def _at_once(lanes: Sequence[Lane]) -> str:
    return f"Two or more ran at the same time for {together(lanes):.2f} s"


def _seconds(spans: Sequence[Span]) -> float:
    return sum(end - begin for begin, end in spans)


def _lane(number: int, lane: Lane, total: float) -> str:
    top = PITCH * number
    life = f'x="{_share(lane.begin, total)}" width="{_share(lane.end - lane.begin, total)}"'
    return (
        f'<text y="{top + 0.95:g}em">{escape(lane.name)}</text>'
        f'<rect class="waits" {life} y="{top + 1.85:g}em" height=".2em"/>'
        f'<svg y="{top + 1.2:g}em" width="100%" height="1.5em" viewBox="0 0 {UNITS} 1" preserveAspectRatio="none">'
        f"{_path('ready', lane.ready, total)}{_path('runs', lane.ran, total)}</svg>"
    )


def _path(kind: str, spans: Sequence[Span], total: float) -> str:
    """One path for all stretches: a page has to carry hundreds of them."""
    places = [(round(UNITS * begin / total), round(UNITS * end / total)) for begin, end in spans]
    drawn = "".join(f"M{begin} 0h{max(end - begin, THINNEST)}v1H{begin}z" for begin, end in places)
    return f'<path class="{kind}" d="{drawn}"/>' * bool(spans)


def _axis(total: float, top: float) -> str:
    step = _step(total)
    marks = [number * step for number in range(int(total / step + 1e-6) + 1)]
    line = f'<rect class="axis" y="{top + 0.25:g}em" width="100%" height="1"/>'
    return line + "".join(_mark(mark, total, top, mark == marks[-1]) for mark in marks)


def _mark(mark: float, total: float, top: float, is_last: bool) -> str:
    anchor = "start" if not mark else "end" if mark > 0.93 * total else "middle"
    place = _share(mark, total)
    return (
        f'<rect class="axis" x="{place}" y="{top + 0.25:g}em" width="1" height=".35em"/>'
        f'<text x="{place}" y="{top + 1.6:g}em" text-anchor="{anchor}">{mark:g}{" s" * is_last}</text>'
    )


def _step(total: float) -> float:
    """Round seconds from mark to mark, a power of ten times 1, 2 or 5: the least that gives at most `TICKS` marks."""
    power = 10.0 ** ceil(log10(total / TICKS) - 1)
    return next(power * times for times in (1, 2, 5, 10, 20) if total / (power * times) <= TICKS)


def _share(part: float, total: float) -> str:
    return f"{100 * part / total:.4g}%"


def turns(output: str) -> str:
    """A lane for each line `name: 0.2-5.3 10.4-15.5 ms`: each pair is a begin and an end, and they are in order."""
    drawn = tuple(_turns(output))
    if len(drawn) < 2:
        raise ValueError("It needs two lines such as `name: 0.2-5.3 10.4-15.5 ms`, at the least.")
    return svg(drawn, f"Turns: {'; '.join(_turns_told(lane) for lane in drawn)}.")


def _turns(output: str) -> Iterator[Lane]:
    for match in filter(None, map(LINE.fullmatch, output.splitlines())):
        times = [float(time) / 1000 for pair in match["spans"].split() for time in pair.split("-")]
        spans: tuple[Span, ...] = tuple(zip(times[::2], times[1::2], strict=True))
        yield Lane(match["name"], times[0], times[-1], spans, ())


def _turns_told(lane: Lane) -> str:
    """A lane in words."""
    number = f"{len(lane.ran)} turn{'s' * (len(lane.ran) > 1)}"
    seconds = sum(end - begin for begin, end in lane.ran)
    return f"{lane.name} has {number} between {lane.begin:.3f} s and {lane.end:.3f} s, {seconds:.3f} s in all"
