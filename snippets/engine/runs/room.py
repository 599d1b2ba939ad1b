"""Whether there is room for one more program beside those that run."""

from snippets.engine.process.gauge import Gauge
from snippets.engine.process.run import Run
from snippets.engine.runs.work import Work, load

MOST = 8  # programs for each processor: should all that waited begin to compute, none takes much longer than that
NEWCOMER = 0.5  # of a processor: where less than that is idle, only those come in that will want less


class Room:
    """The processors that programs are to keep busy, and who has been let in to do so.

    A program takes the room that it last took, a new one a whole processor. While all together want less than that by
    the gauge, more come in: such a newcomer counts as it did last time, or as those did on average which this build has
    seen to their end, but never more than `NEWCOMER` until the gauge has seen it.
    """

    def __init__(self, cores: int, gauge: Gauge) -> None:
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
