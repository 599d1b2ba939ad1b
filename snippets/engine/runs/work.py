"""The runs of one program on one Python, and whether there is room to make them beside those of others."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from snippets.engine.process.run import Run
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.program import Program

if TYPE_CHECKING:  # most builds have nothing to run, and so nothing to gauge
    from snippets.engine.process.gauge import Gauge

MOST = 8  # programs for each processor: should all that waited begin to compute, none takes much longer than that
NEWCOMER = 0.5  # of a processor: where less than that is idle, only those come in that will want less

Took = tuple[float, float]  # seconds on the clock and on processors


@dataclass(eq=False)
class Work:
    """The `runs` of a program on a Python, by the key that they are kept under; none where they are to be made.

    `first` is the key without what they use and do not name. `took` is what one of them last took, if that is known,
    `begun` when this build began to make them, in seconds since the epoch.
    """

    program: Program
    interpreter: Interpreter
    digest: str
    runs: list[Run] = field(default_factory=list)
    took: Took | None = None
    first: str = ""
    begun: float = 0.0

    @property
    def name(self) -> str:
        """What it is called while it runs."""
        return f"{self.program.name} {self.interpreter.label}"

    @property
    def alone(self) -> bool:
        """Whether nothing else runs beside it."""
        declared = self.program.declaration
        return declared.alone or declared.timeline or bool(declared.shows)

    @property
    def seconds(self) -> float:
        """Seconds on the clock that it last took; endless if that is not known."""
        return self.took[0] if self.took else float("inf")

    @property
    def load(self) -> float | None:
        """The share of a processor that it last used, from 0.1 to 1."""
        return load(*self.took) if self.took else None


def load(seconds: float, cpu: float) -> float:
    """The share of a processor that a program used, from 0.1 to 1: it also takes memory, and time to start."""
    return min(1.0, max(0.1, cpu / seconds)) if seconds else 1.0


class Room:
    """The processors that programs are to keep busy, and who has been let in to do so.

    A program takes the room that it last took, a new one a whole processor. While all together want less than that by
    the gauge, more come in: such a newcomer counts as it did last time, or as those did on average which this build has
    seen to their end, but never more than `NEWCOMER` until the gauge has seen it.
    """

    def __init__(self, cores: int, gauge: "Gauge") -> None:
        self._cores = cores
        self._gauge = gauge
        self._inside: list[Work] = []
        self._just_come: list[Work] = []  # since the last look of the gauge, which knows nothing of them
        self._loads: list[float] = []

    def has_for(self, work: Work) -> bool:
        """Whether one more program may start."""
        if not self._inside:
            return True
        if len(self._inside) >= MOST * self._cores:
            return False
        expected = sum(one.load or 1.0 for one in [*self._inside, work])
        seen = self._gauge.wanted + sum(map(self._guess, [*self._just_come, work]))
        return min(expected, seen) <= self._cores

    def enter(self, work: Work) -> None:
        """Say that a program starts."""
        self._inside.append(work)
        self._just_come.append(work)

    def leave(self, work: Work, run: Run) -> None:
        """Say that a program has ended, and how that was."""
        self._inside.remove(work)
        self._loads.append(load(run.seconds, run.cpu))

    def look(self) -> None:
        """Let the gauge look."""
        if self._gauge.look():
            self._just_come.clear()

    def _guess(self, work: Work) -> float:
        mean = sum(self._loads) / len(self._loads) if self._loads else NEWCOMER
        return min(work.load or mean, NEWCOMER)


def nothing() -> None:
    """Do nothing, beside the runs of a build that has nothing else to do."""
