"""The runs of one program on one Python: those that are kept, or else those that are to be made."""

from dataclasses import dataclass, field

from snippets.engine.process.run import Run
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.program import Program

Took = tuple[float, float]  # seconds on the clock and on processors


@dataclass(eq=False)
class Work:
    """The `runs` of a program, by the key that they are kept under; none where they are to be made.

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


def nothing() -> None:
    """Do nothing, beside the runs of a build that has nothing else to do."""
