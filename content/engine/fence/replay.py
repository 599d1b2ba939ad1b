"""Say in an output's HTML when its lines came, so that assets/replay.js can print them again in the same time."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from content.engine.fence.ansi import Frame

NOTICEABLE = 0.25  # seconds between the first line and the last, from which on it is worth to see them come


def with_moments(html: str, times: Sequence[float]) -> str:
    """Wrap the lines that came at the same moment in an element that says it; a quick output stays as it is.

    `html` is what `ansi.to_html` makes of an output, whose lines have these times, in seconds from the start.
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
