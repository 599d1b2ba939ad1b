"""Which thread was on a processor when: lanes, made of looks at what the operating system counted while a program ran.

They are as exact as such looks can tell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from snippets.engine.process.run import Lane, Span

NOTICED = 0.02  # seconds that a further thread has to run to be shown among processes
LONGEST_NAME = 15  # bytes of a name that Linux keeps
DIGITS = 4  # of a second: what is told is no finer than 0.1 ms
GAP = 0.0005  # seconds between two stretches that count as none: nobody sees them, and no look is that exact
DELAY = 0.003  # seconds that a thread has to be ready to be told: to be woken takes a moment on any machine


class Sample(NamedTuple):
    """One look at a thread: when, the seconds that it had used by then, and whether it wanted a processor or had one.

    `used` is exact of a thread that sleeps. Of one that is awake it is late: the system counts at its ticks.
    """

    time: float
    used: float
    awake: bool


@dataclass(frozen=True)
class Seen:
    """All looks at one thread, the first and the last asleep.

    `process` tells it from threads of another process; `name` is empty where nobody gave it one.
    """

    process: int
    name: str
    samples: Sequence[Sample]


def lanes(seen: Sequence[Seen]) -> tuple[Lane, ...]:
    """A lane for each thread, process by process, in the order in which they are given; none where nothing ran.

    In a run of several processes, threads after the first of a process are shown only if they ran `NOTICED` seconds: so
    the helpers of a pool of processes are not, and sleeping threads of a single process are.
    """
    teams: dict[int, list[Seen]] = {}
    is_one_process = len({one.process for one in seen}) == 1
    for one in seen:
        team = teams.setdefault(one.process, [])
        if not team or is_one_process or one.samples[-1].used >= NOTICED:
            team.append(one)
    names = [name for number, team in enumerate(teams.values(), 1) for name in _names(number, team, len(teams))]
    shown = [one for team in teams.values() for one in team]
    found = tuple(_lane(name, one.samples) for name, one in zip(names, shown, strict=True))
    return found if any(lane.ran for lane in found) else ()


def _names(number: int, team: Sequence[Seen], processes: int) -> Iterator[str]:
    """What the shown threads of a process are called; one that the program named to the system keeps that name."""
    process = f"process {number}" + " (parent)" * (number == 1)
    for place, one in enumerate(team, 1):
        given = one.name + "…" * (len(one.name.encode()) >= LONGEST_NAME)
        thread = given or (f"thread {place}" if place > 1 else "main thread")
        if processes == 1:
            yield thread
        else:
            yield f"{process}, {thread}" if given or len(team) > 1 else process


def _lane(name: str, samples: Sequence[Sample]) -> Lane:
    """A thread begins by running, so its first stretch tells when it began better than the first look did."""
    found = stretches(samples)
    times = [time for spans in found for span in spans for time in span]
    begin = min(times, default=samples[0].time)
    end = max(samples[-1].time, *times, begin)
    ran, ready = (tuple(_rounded(spans)) for spans in found)
    return Lane(name, round(begin, DIGITS), round(end, DIGITS), ran, ready)


def _rounded(spans: Sequence[Span]) -> Iterator[Span]:
    for begin, end in spans:
        if round(begin, DIGITS) < round(end, DIGITS):
            yield round(begin, DIGITS), round(end, DIGITS)


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
