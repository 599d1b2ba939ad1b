"""Run a program that measures again until its numbers show what it has to show, a few times at the most."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace

from snippets.engine.process.run import Lane, Run, together
from snippets.engine.program import shows

MOST = 4  # tries


def load() -> float:
    """How many programs wanted a processor, on an average of the last minute."""
    return os.getloadavg()[0]


def first_that_shows(expression: str, run: Callable[[], Run], load: Callable[[], float] = load) -> Run:
    """The first run that shows it, and else the last of `MOST`.

    A run that lacks a number is not repeated: that is its program's fault. Raises what `run` raises.
    """
    for number in range(1, MOST + 1):
        busy = load()
        one = run()
        if not is_told(expression, one) or lacking(expression, one) or shows.holds(expression, _numbers(one)):
            return replace(one, tries=number)
    return replace(one, tries=MOST, is_shown=False, load=round(busy, 2))


def is_told(expression: str, one: Run) -> bool:
    """Whether the system tells all that an expression is about: it may tell nothing of a timeline."""
    return bool(one.timeline) or shows.OF_TIMELINE.isdisjoint(shows.names(expression))


def lacking(expression: str, one: Run) -> list[str]:
    """The names in an expression that a run has no number for and should have."""
    if not is_told(expression, one):
        return []
    return [name for name in shows.names(expression) if name not in _numbers(one)]


def _numbers(one: Run) -> shows.Numbers:
    """The numbers that a run names, those of its timeline, and whether its Python has no GIL: 1 or 0."""
    lanes = one.timeline
    of_timeline = {"together": together(lanes), "ran": _ran(lanes)} if lanes else {}
    return {**shows.named(one.output), **of_timeline, "free_threaded": float(one.python.endswith("t"))}


def _ran(lanes: Sequence[Lane]) -> float:
    return sum(end - begin for lane in lanes for begin, end in lane.ran)
