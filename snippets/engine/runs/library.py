"""All programs of a course and their runs: from memory, from the cache, or run now, in parallel."""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from pathlib import Path

from snippets.engine.process.run import Run
from snippets.engine.program.interpreters import Interpreter, chosen
from snippets.engine.program.problem import ProblemError, near
from snippets.engine.program.program import Program, read
from snippets.engine.runs import used
from snippets.engine.runs.cache import Cache, key
from snippets.engine.runs.orders import Orders, orders_key, orders_of
from snippets.engine.runs.progress import Progress
from snippets.engine.runs.record import Record, Work, editions, ends_as_declared, to_run_on

ENGINE = "engine"  # the folder of the machinery, beside those of the lessons
NAME = re.compile(r"[^\W_][\w.-]*/[^\W_][\w.-]*\.py")  # of a program, whose fence, address and command have it as it is
RULE = "A name begins with a letter or a digit, and has letters, digits, '_', '-' and '.'. Rename it."


class Library:
    """The programs below a folder, and their runs: from memory, else from the cache, else made now."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.folder = folder
        self.cache = cache
        self.warnings: list[str] = []
        self._kept: dict[str, tuple[Run, ...]] = {}
        self._held: dict[str, Record] | None = None
        self._read: dict[str, Program] = {}
        self._explored: dict[str, Orders] = {}

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
        if not NAME.fullmatch(name) or not (self.folder / name).is_file():
            raise LookupError(self.advice(name))
        return read(self.folder, name)

    def advice(self, name: str) -> str:
        """What to say of a name that no program has."""
        if name in self.names():
            return f"No program can be called {self.folder.name}/{name}. {RULE}"
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

    def prepare(
        self,
        names: Iterable[str],
        progress: Progress | None = None,
        cores: int | None = None,
        beside: Callable[[], object] | None = None,
    ) -> dict[str, Record]:
        """Make every run of the named programs that is neither in memory nor in the cache, and give all by name.

        What runs alone waits for what goes on `beside`, as that function does.
        Raises ProblemError where a program cannot be run at all, as on a full disk.
        """
        programs = [self.program(name) for name in dict.fromkeys(names)]
        works = {program.name: self._works(program) for program in programs}
        pending = [work for of_program in works.values() for work in of_program if not work.runs]
        if pending:
            self._make(pending, progress, cores, beside)
        runs = {name: {work.interpreter: tuple(work.runs) for work in of_program} for name, of_program in works.items()}
        records = {one.name: Record(one, tuple(editions(one, runs[one.name])), self._orders(one)) for one in programs}
        if self._held is not None:
            self._held.update(records)
        return records

    def _orders(self, program: Program) -> Orders | None:
        """All orders of a program that is stepped, on the first Python that it runs on."""
        if not program.declaration.steps:
            return None
        for interpreter in to_run_on(program)[:1]:
            digest = orders_key(program, interpreter)
            if digest not in self._explored:
                self._explored[digest] = orders_of(program, interpreter, self.cache)
            return self._explored[digest]
        return Orders()

    def _make(
        self,
        works: Sequence[Work],
        progress: Progress | None,
        cores: int | None,
        beside: Callable[[], object] | None,
    ) -> None:
        from snippets.engine.runs.schedule import perform  # with all that running takes: most builds run nothing

        times = self.cache.times()
        for work in works:
            work.took, work.begun = times.get(work.program.name), time.time()
        perform(works, self._take, progress, cores, beside=beside)
        times |= {work.program.name: (work.runs[-1].seconds, work.runs[-1].cpu) for work in works}
        self._keep(partial(self.cache.put_times, times))

    def interpreters(self, program: Program) -> list[Interpreter | None]:
        """The Pythons that a program asks for; None for one that this machine has not."""
        return list(chosen(program.declaration.python).values())

    def is_kept(self, name: str) -> bool:
        """Whether no run of a program would have to be made now."""
        return all(work.runs for work in self._works(self.program(name)))

    def forget(self, names: Iterable[str]) -> None:
        """Drop the runs of the named programs from memory and cache."""
        for name in names:
            program = self.program(name)
            for interpreter in to_run_on(program):
                first, of_orders = key(program, interpreter), orders_key(program, interpreter)
                digest = used.with_used(first, program, used.last(self.cache, first))
                self._kept.pop(digest, None)
                self._explored.pop(of_orders, None)
                self.cache.drop(digest)
                self.cache.drop(of_orders)

    def _works(self, program: Program) -> list[Work]:
        works = []
        for interpreter in to_run_on(program):
            first = key(program, interpreter)
            digest = used.with_used(first, program, used.last(self.cache, first))
            works.append(Work(program, interpreter, digest, first=first))
        for work in works:
            if kept := self._kept.get(work.digest) or self.cache.get(work.digest):
                self._kept[work.digest] = kept
                work.runs = list(kept)
        return works

    def _take(self, work: Work, one: Run) -> None:
        """Keep the runs of an edition once they are all there; on disk if they ended as declared."""
        work.runs.append(one)
        declaration = work.program.declaration
        if len(work.runs) < declaration.runs:
            return
        found = used.used_by(work.program, work.runs)
        if _was_edited(work) or used.edited_since(work.program, found, work.begun):
            return
        used.remember(self.cache, work.first, found)
        digest = used.with_used(work.first, work.program, found)
        if all(ends_as_declared(declaration, run) for run in work.runs):
            self._keep(partial(_keep_or_take_over, self.cache, digest, work))
        self._kept[digest] = tuple(work.runs)

    def _keep(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            warning = f"Runs cannot be kept in {self.cache.folder}: {error.strerror}. The next build runs them again."
            if warning not in self.warnings:
                self.warnings.append(warning)


def _keep_or_take_over(cache: Cache, digest: str, work: Work) -> None:
    """Keep the runs of an edition, or give it those that another build kept while they were made."""
    work.runs = list(cache.put(digest, tuple(work.runs)))


def lesson_folders(folder: Path) -> list[Path]:
    """The folders of lessons below `snippets/`: all but that of the machinery."""
    return sorted(path for path in folder.glob("*/") if path.name[0].isalnum() and path.name != ENGINE)


def _was_edited(work: Work) -> bool:
    """Whether what ran may be other than what the key was made of."""
    program = work.program
    try:
        return key(read(program.path.parent.parent, program.name), work.interpreter) != work.first
    except (OSError, ProblemError):  # removed, or broken
        return True


@cache
def library_of(root: Path) -> Library:
    """The one library of the course at `root`: page and deck take their runs from the same."""
    return Library(root / "snippets", Cache(root / ".cache" / "runs"))
