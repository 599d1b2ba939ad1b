"""The real runs of a program, as pages, decks and the cache know them."""

from dataclasses import dataclass

from snippets.engine.process.lane import Lane
from snippets.engine.process.tape import line_count


@dataclass(frozen=True)
class Run:
    """One real run: its output (stdout and stderr as one), how it ended, and where.

    `seconds` are those on the clock, `cpu` those on processors, of the program and the children that it waited for.
    `times` are the seconds from the start to the end of each line of `output`. Raises ValueError if there are not as
    many as lines.
    `timeline` has a lane for each thread of a run that was watched, and none where the system does not tell.
    """

    output: str
    ended: str
    seconds: float
    cpu: float
    python: str
    machine: str
    times: tuple[float, ...]
    timeline: tuple[Lane, ...] = ()

    def __post_init__(self) -> None:
        if len(self.times) != line_count(self.output):
            raise ValueError(f"{line_count(self.output)} lines, and times of {len(self.times)}")
