"""A program and what it printed in one build, as pages and decks show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from snippets.engine.process.run import Run
from snippets.engine.process.trying import lacking
from snippets.engine.program.declaration import Declaration
from snippets.engine.program.interpreters import EXTRA
from snippets.engine.program.problem import Problem
from snippets.engine.program.program import Program
from snippets.engine.runs.edition import Edition
from snippets.engine.runs.orders import Orders

LAST_LINES = 8  # of a program that ended otherwise than declared


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
    missing = lacking(declared.shows, one)
    return f"It has to show '{declared.shows}', and names no {' and no '.join(missing)}." if missing else ""
