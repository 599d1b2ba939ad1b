"""All programs of a course and their runs: from memory, from the cache, or run now, in parallel."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from snippets.engine.process.run import Run, Work
from snippets.engine.program.interpreters import EXTRA, Interpreter, chosen
from snippets.engine.program.problem import Problem, ProblemError, near
from snippets.engine.program.program import Program, read
from snippets.engine.runs.cache import Cache, key
from snippets.engine.runs.progress import Progress, silent

HAS = {"fork": hasattr(os, "fork"), "proc": Path("/proc/self/task").is_dir()}
ENGINE = "engine"  # the folder of the machinery, beside those of the lessons
LAST_LINES = 8  # of a program that ended otherwise than declared


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

    def problem(self) -> Problem | None:
        """What is wrong when a run ended otherwise than the program declares, with its last lines."""
        declared = self.program.declaration.ends
        for one in self.runs:
            if one.ended != declared:
                last = one.output.splitlines()[-LAST_LINES:]
                shown = "".join(f"\n    {line}" for line in last) or " nothing."
                what = f"It ended with '{one.ended}' on Python {one.python} and declares '{declared}'."
                return Problem(f"snippets/{self.program.name}", 1, what, f"Mend it, or declare it. It printed:{shown}")
        return None


class Library:
    """The programs below a folder, and their runs: from memory, else from the cache, else made now."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.folder = folder
        self.cache = cache
        self.warnings: list[str] = []
        self._kept: dict[str, tuple[Run, ...]] = {}
        self._held: dict[str, Record] | None = None
        self._read: dict[str, Program] = {}

    def names(self) -> list[str]:
        """The names of all snippets: neither helpers `_name.py` nor the files of exercises."""
        programs = (path for folder in lesson_folders(self.folder) for path in folder.glob("*.py"))
        return sorted(f"{path.parent.name}/{path.name}" for path in programs if path.name[0] != "_")

    def program(self, name: str) -> Program:
        """Read a program. Raises ProblemError if it declares wrongly, LookupError with advice if it is not there."""
        if self._held is None:
            return self._program(name)
        if name not in self._read:
            self._read[name] = self._program(name)
        return self._read[name]

    def _program(self, name: str) -> Program:
        if not re.fullmatch(r"[a-z]\w*/[a-z]\w*\.py", name) or not (self.folder / name).is_file():
            raise LookupError(self.advice(name))
        return read(self.folder, name)

    def advice(self, name: str) -> str:
        """What to say of a name that no program has."""
        return f"There is no program {self.folder.name}/{name}. {near(name, self.names())}"

    def hold(self) -> None:
        """From now to `release`, give one program and one record for a name: all of a build shows the same."""
        self._held = {}
        self._read = {}

    def release(self) -> None:
        """Look again, from now on, what became of a program whenever it is asked for."""
        self._held = None

    def record(self, name: str) -> Record:
        """A program with its runs, which are made now if nobody made them before. Raises as `prepare` does."""
        if self._held is None or name not in self._held:
            return self.prepare([name])[name]
        return self._held[name]

    def prepare(self, names: Iterable[str], progress: Progress = silent, cores: int | None = None) -> dict[str, Record]:
        """Make every run of the named programs that is neither in memory nor in the cache, and give all by name.

        Raises ProblemError where a program cannot be run at all, as on a full disk.
        """
        programs = [self.program(name) for name in dict.fromkeys(names)]
        works = self._make(programs, progress, cores)
        runs = {(work.program.name, work.interpreter): tuple(work.runs) for work in works}
        records = {program.name: _record(program, runs) for program in programs}
        if self._held is not None:
            self._held.update(records)
        return records

    def _make(self, programs: Iterable[Program], progress: Progress = silent, cores: int | None = None) -> list[Work]:
        works = [work for program in programs for work in self._works(program)]
        pending = [work for work in works if not work.runs]
        if pending:
            from snippets.engine.runs.making import (
                make,  # and with it all that running takes: most builds have nothing to run
            )

            times = self.cache.times()
            make(pending, times, self._take, progress, cores)
            self._keep(partial(self.cache.put_times, times))
        return works

    def interpreters(self, program: Program) -> list[Interpreter | None]:
        """The Pythons that a program asks for; None for one that this machine has not."""
        return list(_wanted(program).values())

    def is_kept(self, name: str) -> bool:
        """Whether no run of a program would have to be made now."""
        return all(work.runs for work in self._works(self.program(name)))

    def forget(self, names: Iterable[str]) -> None:
        """Drop the runs of the named programs from memory and cache."""
        for name in names:
            program = self.program(name)
            for interpreter in filter(None, _wanted(program).values()):
                digest = key(program, interpreter)
                self._kept.pop(digest, None)
                self.cache.drop(digest)

    def _works(self, program: Program) -> Iterable[Work]:
        for interpreter in _wanted(program).values():
            if interpreter and _missing(program) is None:
                digest = key(program, interpreter)
                kept = self._kept.get(digest) or self.cache.get(digest) or ()
                if kept:
                    self._kept[digest] = kept
                yield Work(program, interpreter, digest, list(kept))

    def _take(self, work: Work, one: Run) -> None:
        """Keep the runs of an edition once they are all there; on disk if they ended as declared."""
        work.runs.append(one)
        declaration = work.program.declaration
        if len(work.runs) < declaration.runs or _was_edited(work):
            return
        runs = self._kept[work.digest] = tuple(work.runs)
        if all(run.ended == declaration.ends for run in runs):
            self._keep(partial(self.cache.put, work.digest, runs))

    def _keep(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            warning = f"Runs cannot be kept in {self.cache.folder}: {error.strerror}. The next build runs them again."
            if warning not in self.warnings:
                self.warnings.append(warning)


_Runs = Mapping[tuple[str, Interpreter], tuple[Run, ...]]  # by the name of their program and their Python


def lesson_folders(folder: Path) -> list[Path]:
    """The folders of lessons below `snippets/`: all but that of the machinery."""
    return sorted(path for path in folder.glob("[a-z]*/") if path.name != ENGINE)


def _record(program: Program, runs: _Runs) -> Record:
    wanted = _wanted(program).items()
    return Record(program, tuple(_edition(program, label, interpreter, runs) for label, interpreter in wanted))


def _edition(program: Program, label: str, interpreter: Interpreter | None, runs: _Runs) -> Edition:
    missing = _missing(program)
    if missing:
        return Edition(label, (), f"its run, since this machine has no {missing}")
    if interpreter is None:
        return Edition(label, (), _in_words(label), _example(label))
    return Edition(label, runs[program.name, interpreter])


def _in_words(wish: str) -> str:
    """A wish that no interpreter meets, such as `>=3.14 free-threaded`, as readers would say it."""
    name = "free-threaded Python" if "free-threaded" in wish else "Python"
    versions = [word for word in wish.split() if word != "free-threaded"]
    return " ".join([name, *(re.sub(r"^>=(.+)", r"\1 or newer", version) for version in versions)])


def _example(wish: str) -> str:
    """A Python to fetch for a wish: `3.14t` for `>=3.14 free-threaded`."""
    number = re.search(r"3\.\d+", wish)
    return (number[0] if number else "3.14") + ("t" if "free-threaded" in wish else "")


def _wanted(program: Program) -> dict[str, Interpreter | None]:
    return chosen(program.declaration.python)


def _was_edited(work: Work) -> bool:
    """Whether what ran may be other than what the key was made of."""
    program = work.program
    try:
        return key(read(program.path.parent.parent, program.name), work.interpreter) != work.digest
    except (OSError, ProblemError):  # removed, or broken
        return True


def _missing(program: Program) -> str | None:
    return next((need for need in program.declaration.needs if not HAS[need]), None)


@cache
def library_of(root: Path) -> Library:
    """The one library of the course at `root`: page and deck take their runs from the same."""
    return Library(root / "snippets", Cache(root / ".cache" / "runs"))
