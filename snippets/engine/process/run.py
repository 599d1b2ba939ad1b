"""The real runs of a program, as pages, decks and the cache know them, and when each of its threads ran."""

from collections.abc import Sequence
from dataclasses import dataclass

from snippets.engine.process.tape import line_count

TOGETHER = 0.006  # seconds that two have to run at once: a place is true to a look or so, which is 2 ms or more

Span = tuple[float, float]  # seconds since the run began


@dataclass(frozen=True)
class Lane:
    """A thread, or a process that has one: its life, when it `ran`, and when it was `ready` and no processor was free.

    All times are seconds since the run began. Raises ValueError if they are not pairs in order.
    """

    name: str
    begin: float
    end: float
    ran: tuple[Span, ...]
    ready: tuple[Span, ...]

    def __post_init__(self) -> None:
        for spans in (self.ran, self.ready):
            times = [self.begin, *(time for begin, end in spans for time in (begin, end)), self.end]
            if times != sorted(times):
                raise ValueError(f"{times} are not in order")


@dataclass(frozen=True)
class Run:
    """One real run: its output (stdout and stderr as one), how it ended, and where.

    `seconds` are those on the clock, `cpu` those on processors, of the program and the children that it waited for.
    `times` are the seconds from the start to the end of each line of `output`. Raises ValueError if there are not as
    many as lines.
    `moves` are those of each control character in it, but tabs, and of the beginning of each line, where it has any: so
    a replay can show what was drawn over.
    `opened` are the files of the course that it opened, or a Python that it started, by their paths there; `packages`
    those that it imported, by theirs without an ending.
    Of one that is `late`, a Python that it started without the course's environment may have printed later than on a
    terminal: into a pipe, it holds back what it prints.
    `timeline` has a lane for each thread of a run that was watched, and none where the system does not tell.
    `interrupted` is when Ctrl-C was pressed, in seconds from the start, and 0 if it was not.
    A run that has to show something did so at its try number `tries`; one that is not `is_shown` did not, nor did the
    tries before it. `load` is then how many programs wanted a processor, on an average of a minute, as it began.
    """

    output: str
    ended: str
    seconds: float
    cpu: float
    python: str
    machine: str
    times: tuple[float, ...]
    timeline: tuple[Lane, ...] = ()
    interrupted: float = 0.0
    moves: tuple[float, ...] = ()
    opened: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    late: bool = False
    tries: int = 1
    is_shown: bool = True
    load: float = 0.0

    def __post_init__(self) -> None:
        if len(self.times) != line_count(self.output):
            raise ValueError(f"{line_count(self.output)} lines, and times of {len(self.times)}")


def together(lanes: Sequence[Lane]) -> float:
    """Seconds in which two lanes or more ran at the same time, in stretches of at least `TOGETHER`."""
    begins = [(begin, 1) for lane in lanes for begin, _ in lane.ran]
    ends = [(end, -1) for lane in lanes for _, end in lane.ran]
    running, since, seconds = 0, 0.0, 0.0
    for time, change in sorted(begins + ends):
        if running == 2 and change == -1 and time - since >= TOGETHER:
            seconds += time - since
        running += change
        if running == 2 and change == 1:
            since = time
    return seconds
