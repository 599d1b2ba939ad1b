"""Which thread was on a processor when: lanes, made of what the operating system counted while a program ran."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from snippets.engine.process.lane import Lane, Span
from snippets.engine.process.stretches import Sample, stretches

NOTICED = 0.02  # seconds that a further thread has to run to be shown among processes
LONGEST_NAME = 15  # bytes of a name that Linux keeps
DIGITS = 4  # of a second: what is told is no finer than 0.1 ms


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
