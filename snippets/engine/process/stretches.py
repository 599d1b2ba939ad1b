"""When a thread was on a processor, as exactly as looks at what the operating system counts can tell."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from snippets.engine.process.lane import Span

GAP = 0.0005  # seconds between two stretches that count as none: nobody sees them, and no look is that exact
DELAY = 0.003  # seconds that a thread has to be ready to be told: to be woken takes a moment on any machine


class Sample(NamedTuple):
    """One look at a thread: when, the seconds that it had used by then, and whether it wanted a processor or had one.

    `used` is exact of a thread that sleeps. Of one that is awake it is late: the system counts at its ticks.
    """

    time: float
    used: float
    awake: bool


def stretches(samples: Sequence[Sample]) -> tuple[list[Span], list[Span]]:
    """When a thread was on a processor, and when it was ready and no processor was free.

    Both as exactly as the looks at it allow, of which the first and the last are asleep.
    """
    ran: list[Span] = []
    ready: list[Span] = []
    for spell in _spells(samples):
        found = _solid(spell) or _patchy(spell)
        awake = [sample.time for sample in spell[1:-1]]
        edges = [min([found[0][0], *awake]), *chain(*found), max([found[-1][1], *awake])]
        ready += [(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if end - begin >= DELAY]
        ran += found
    return _joined(ran), ready


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for begin, end in spans:
        if joined and begin - joined[-1][1] < GAP:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((begin, end))
    return joined


def _spells(samples: Sequence[Sample]) -> Iterator[list[Sample]]:
    """Part the looks where the thread sleeps, and leave out the parts in which it did not run."""
    spell: list[Sample] = []
    for sample in samples:
        spell.append(sample)
        if not sample.awake:
            if sample.used > spell[0].used:
                yield spell
            spell = [sample]


def _solid(spell: Sequence[Sample]) -> list[Span]:
    """The one stretch of a thread that ran all the time that it was awake; nothing, if it had to wait for a processor.

    It began between the last look asleep and the first awake, and ended likewise. How long it ran is known exactly, so
    both places are known better than the looks are apart: what is too much is taken from either end in proportion.
    """
    asleep, *awake, again = spell
    middle = (asleep.time + again.time) / 2
    first, last = (awake[0].time, awake[-1].time) if awake else (middle, middle)
    length = min(again.used - asleep.used, again.time - asleep.time)
    if length < last - first - GAP:
        return []
    before, after = first - asleep.time, again.time - last
    begin = asleep.time + (again.time - asleep.time - length) * before / (before + after)
    return [(begin, begin + length)]


def _patchy(spell: Sequence[Sample]) -> list[Span]:
    """The stretches of a thread that was awake and ran some of the time.

    Counted late, what is used between two looks may be more than fits there: the rest belongs before. So it is laid out
    from the last look to the first, each stretch against its neighbours.
    """
    found: list[Span] = []
    rest = 0.0
    for before, after in reversed(list(pairwise(spell))):
        room = after.time - before.time
        used = after.used - before.used + rest
        length = min(used, room)
        rest = used - length
        touches = bool(found) and found[-1][0] <= after.time
        begin = after.time - length if touches else before.time
        if length:
            found.append((begin, begin + length))
    return found[::-1]
