"""The figure of turns that a program stamped itself: a lane for each name, filled from each begin to its end."""

import re
from collections.abc import Iterator

from content.engine.fence import lanes
from snippets.engine.process.run import Lane, Span

SPAN = r"\d+(?:\.\d+)?-\d+(?:\.\d+)?"
LINE = re.compile(rf"(?P<name>.*?\S):? +(?P<spans>{SPAN}(?: {SPAN})*) ms")


def turns(output: str) -> str:
    """A lane for each line `name: 0.2-5.3 10.4-15.5 ms`: each pair is a begin and an end, and they are in order."""
    drawn = tuple(_lanes(output))
    if len(drawn) < 2:
        raise ValueError("It needs two lines such as `name: 0.2-5.3 10.4-15.5 ms`, at the least.")
    return lanes.svg(drawn, f"Turns: {'; '.join(_told(lane) for lane in drawn)}.")


def _lanes(output: str) -> Iterator[Lane]:
    for match in filter(None, map(LINE.fullmatch, output.splitlines())):
        times = [float(time) / 1000 for pair in match["spans"].split() for time in pair.split("-")]
        spans: tuple[Span, ...] = tuple(zip(times[::2], times[1::2], strict=True))
        yield Lane(match["name"], times[0], times[-1], spans, ())


def _told(lane: Lane) -> str:
    """A lane in words."""
    number = f"{len(lane.ran)} turn{'s' * (len(lane.ran) > 1)}"
    seconds = sum(end - begin for begin, end in lane.ran)
    return f"{lane.name} has {number} between {lane.begin:.3f} s and {lane.end:.3f} s, {seconds:.3f} s in all"
