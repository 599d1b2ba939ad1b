"""When a thread ran, as a timeline shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

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
