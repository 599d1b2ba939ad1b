"""The runs of a program on each Python that it asks for: those to be made, and then those that pages and decks show."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from snippets.engine.process.run import Run
from snippets.engine.process.trying import lacking
from snippets.engine.program.declaration import Declaration
from snippets.engine.program.interpreters import EXTRA, Interpreter, chosen
from snippets.engine.program.problem import Problem
from snippets.engine.program.program import Program
from snippets.engine.runs.orders import Orders

HAS = {"fork": hasattr(os, "fork"), "proc": Path("/proc/self/task").is_dir()}
LAST_LINES = 8  # of a program that ended otherwise than declared

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
        """The share of a processor that it last used, from 0.1 to 1: it also takes memory, and time to start."""
        if not self.took:
            return None
        seconds, cpu = self.took
        return min(1.0, max(0.1, cpu / seconds)) if seconds else 1.0


@dataclass(frozen=True)
class Edition:
    """The runs of a program on one interpreter; none where this build has none.

    Then `absent` names what is not shown, for readers, and `get` the Python that uv would fetch for it, if it is one.
    """

    python: str
    runs: tuple[Run, ...]
    absent: str = ""
    get: str = ""


@dataclass(frozen=True)
class Record:
    """A program and what it printed in this build, on each interpreter that it asks for."""

    program: Program
    editions: tuple[Edition, ...]
    orders: Orders | None = None  # where the program declares `steps`

    @property
    def runs(self) -> list[Run]:
        """Every run, in order."""
        return [one for edition in self.editions for one in edition.runs]

    @property
    def absent(self) -> str:
        """One line for readers on all that is not shown in this build; empty if everything is."""
        absent = dict.fromkeys(edition.absent for edition in self.editions if edition.absent)
        return f"Not shown here: {', '.join(absent)}" if absent else ""

    @property
    def how_to_get(self) -> str:
        """What an author does to have the Pythons that were not found; empty if none was missed."""
        wanted = dict.fromkeys(edition.get for edition in self.editions if edition.get)
        how = f"uv python install {' '.join(wanted)}, or name paths in {EXTRA}, and build again."
        return f"This build found no such Python. To have it: {how}" if wanted else ""

    @property
    def unshown(self) -> list[str]:
        """A line for readers on each run that does not show what its program has to show."""
        return self.unshown_of(self.runs)

    def unshown_of(self, runs: Sequence[Run]) -> list[str]:
        """The same of some of its runs."""
        expression = self.program.declaration.shows
        return [
            f"This machine was too busy to show it: {expression} did not hold in {one.tries} tries "
            f"(Python {one.python}; load {one.load:g} on {one.machine})."
            for one in runs
            if not one.is_shown
        ]

    def problem(self) -> Problem | None:
        """What is wrong when a run is otherwise than the program declares, with its last lines."""
        for one in self.runs:
            if what := _otherwise(self.program.declaration, one):
                last = one.output.splitlines()[-LAST_LINES:]
                shown = "".join(f"\n    {line}" for line in last) or " nothing."
                return Problem(f"snippets/{self.program.name}", 1, what, f"Mend it, or declare it. It printed:{shown}")
        return self.orders.problem(self.program) if self.orders else None


def ends_as_declared(declared: Declaration, one: Run) -> bool:
    """Whether a run ended as its program declares, and was interrupted if it says that."""
    return one.ended == declared.ends_on(one.python) and bool(one.interrupted) == bool(declared.interrupt)


def _otherwise(declared: Declaration, one: Run) -> str:
    """How a run is otherwise than declared: its end, or the numbers that it names."""
    if declared.interrupt and not one.interrupted:
        when = f"'{declared.interrupt}'" if isinstance(declared.interrupt, str) else f"{declared.interrupt:g} s"
        return f"It ended with '{one.ended}' on Python {one.python} before Ctrl-C was pressed: there was no {when}."
    ends = declared.ends_on(one.python)
    if one.ended != ends:
        said = f"'{ends}'" if ends else "nothing for that"
        return f"It ended with '{one.ended}' on Python {one.python} and declares {said}."
    missing = lacking(declared.shows, one) if declared.shows else []
    return f"It has to show '{declared.shows}', and names no {' and no '.join(missing)}." if missing else ""


def to_run_on(program: Program) -> list[Interpreter]:
    """The Pythons on which a program runs here: none where the machine has not what it needs."""
    return [] if _missing(program) else [one for one in chosen(program.declaration.python).values() if one]


def editions(program: Program, runs: Mapping[Interpreter, tuple[Run, ...]]) -> Iterator[Edition]:
    """An edition for each Python that a program asks for; `runs` has those on each that it runs on."""
    missing = _missing(program)
    for label, interpreter in chosen(program.declaration.python).items():
        if missing:
            yield Edition(label, (), f"its run, since this machine has no {missing}")
        elif interpreter is None:
            yield Edition(label, (), _in_words(label), _example(label))
        else:
            yield Edition(label, runs[interpreter])


def _missing(program: Program) -> str | None:
    return next((need for need in program.declaration.needs if not HAS[need]), None)


def _in_words(wish: str) -> str:
    """A wish that no interpreter meets, such as `>=3.14 free-threaded`, as readers would say it."""
    name = "free-threaded Python" if "free-threaded" in wish else "Python"
    versions = [word for word in wish.split() if word != "free-threaded"]
    return " ".join([name, *(re.sub(r"^>=(.+)", r"\1 or newer", version) for version in versions)])


def _example(wish: str) -> str:
    """A Python to fetch for a wish: `3.14t` for `>=3.14 free-threaded`."""
    number = re.search(r"3\.\d+", wish)
    return (number[0] if number else "3.14") + ("t" if "free-threaded" in wish else "")
