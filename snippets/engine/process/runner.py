"""Run a program as a real process; keep what it printed, as a terminal would have shown it, and what it used.

The latter is told by `child/sitecustomize.py`: the files of the course that it opened, and packages.
"""

import contextlib
import importlib.util
import os
import py_compile
import re
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from py_compile import PycInvalidationMode

from snippets.engine.process.machine import CHILD, environment, machine, take_usual_stack
from snippets.engine.process.remains import adopt_orphans, beside, fresh_folder
from snippets.engine.process.run import Lane, Run, with_short_paths
from snippets.engine.process.sampler import Sampler
from snippets.engine.process.session import Session
from snippets.engine.program.declaration import NOTHING, TIMEOUT, Given
from snippets.engine.program.interpreters import Interpreter

PACKAGE = re.compile(r"(.*[/-]packages)/([^/.]+)(.*)", re.DOTALL)  # site-packages, or Debian's dist-packages
OURS = Path(__file__).resolve().parents[1]  # every key has the state of all of it


def run(
    path: Path,
    interpreter: Interpreter,
    timeout: float = TIMEOUT,
    stop: threading.Event | None = None,
    hash_seed: int | None = None,
    timeline: bool = False,
    given: Given = NOTHING,
) -> Run:
    """Run the program at `path` to its end, or to its time-out after `timeout` seconds, with all that it started.

    Every process that it leaves behind is ended too. `stop`, when set, ends it at once and raises StoppedError.
    With `timeline` it is watched which of its threads is on a processor when. `given` is what it is started with.
    """
    adopt_orphans()
    take_usual_stack()
    compile_for_programs()
    with fresh_folder(path.parent, given.beside) as home:
        variables = {**environment(home, interpreter), **dict(given.env)}
        if hash_seed is not None:
            variables["PYTHONHASHSEED"] = str(hash_seed)
        command = [interpreter.path, *given.flags, str(path), *given.args]
        session = Session(command, home, variables, given)
        try:
            in_time, lanes = _followed(session, timeout, stop or threading.Event(), interpreter if timeline else None)
            seconds = session.seconds()
        finally:
            session.end()
        told = _told(home)
    ended = _ending(session.status) if in_time else "timeout"
    output = with_short_paths(session.tape.text(), short_names(path, interpreter, home))
    # What was read at the very end stood in the pipe by then.
    times, moves = (tuple(min(at, seconds) for at in all_) for all_ in (session.tape.times(), session.tape.moves()))
    cpu, pressed = round(session.cpu, 3), session.interrupted
    paths, late = read(told), is_late(told)
    used = of_course(paths, path.parent.parent.parent), packages(paths)
    return Run(output, ended, seconds, cpu, interpreter.label, machine(), times, lanes, pressed, moves, *used, late)


@cache
def compile_for_programs() -> None:
    """Have what prepares programs compiled once: each of their processes would do so again, and may write nothing."""
    with contextlib.suppress(OSError):  # where this may write nothing either, they do
        py_compile.compile(str(CHILD / "sitecustomize.py"), invalidation_mode=PycInvalidationMode.CHECKED_HASH)


def _followed(
    session: Session, timeout: float, stop: threading.Event, watched: Interpreter | None
) -> tuple[bool, tuple[Lane, ...]]:
    """Whether a program ended in time, and its lanes if it is `watched`, for which it takes what it runs on."""
    if watched is None:
        return session.follow(timeout, stop), ()
    with Sampler(session.pid, watched.path, session.begun) as sampler:
        in_time = session.follow(timeout, stop)
    return in_time, sampler.lanes()


def _ending(status: int) -> str:
    if status < 0:
        names = {known.value: known.name for known in signal.Signals}
        return f"signal {names.get(-status, -status)}"
    return f"exit {status}" if status else "ok"


def short_names(path: Path, interpreter: Interpreter, home: str) -> list[tuple[str, str]]:
    """What readers see in place of the paths of this machine."""
    lesson = path.parent
    names = {
        str(lesson): lesson.name,
        os.path.realpath(lesson): lesson.name,
        interpreter.path: "python",
        interpreter.library: f"lib/{os.path.basename(interpreter.library)}",
        interpreter.packages: "site-packages",
        **_virtual_environment(interpreter),
        str(CHILD): CHILD.name,
        home: "~",
        os.path.expanduser("~"): "~",  # as it is where nobody knows it
    }
    return [(name, short) for name, short in names.items() if name != "/"]


def _virtual_environment(interpreter: Interpreter) -> dict[str, str]:
    """Where an interpreter has one, its folder, `sys.prefix`, by the last name of that."""
    folder = Path(interpreter.path).parent.parent
    return {str(folder): folder.name} if (folder / "pyvenv.cfg").is_file() else {}


def _told(home: str) -> list[str]:
    """What the processes of a run told."""
    with open(beside(home), "rb") as file:
        return [os.fsdecode(line) for line in file.read().split(b"\0")[:-1]]


def is_late(lines: Iterable[str]) -> bool:
    """Whether a Python was started that holds its output back, since nothing prepared it."""
    return "!" in lines


def read(lines: Sequence[str]) -> list[str]:
    """The paths of what was read, each once. What was written is the run's own, and no input."""
    written = {line[1:] for line in lines if line[0] == ">"}
    return [line[1:] for line in dict.fromkeys(lines) if line[0] == "<" and line[1:] not in written]


def of_course(paths: Iterable[str], root: Path) -> tuple[str, ...]:
    """Those that lie in the course at `root`, as seen from there, sorted; for compiled modules, their source."""
    return tuple(sorted({*_of_course(paths, os.path.realpath(root))}))


def _of_course(paths: Iterable[str], root: str) -> Iterator[str]:
    for path in paths:
        if PACKAGE.match(path):
            continue
        path = os.path.realpath(_source_of(path))
        name = os.path.relpath(path, root)
        if name[0] != "." and "/." not in name and not Path(path).is_relative_to(OURS) and os.path.isfile(path):
            yield name


def _source_of(path: str) -> str:
    try:
        return importlib.util.source_from_cache(path) if path.endswith(".pyc") else path
    except ValueError:  # a module without source
        return path


def packages(paths: Iterable[str]) -> tuple[str, ...]:
    """The packages that were imported, each by its path without an ending: `…/site-packages/numpy`; sorted."""
    found = (PACKAGE.match(_source_of(path)) for path in paths)
    return tuple(sorted({f"{one[1]}/{one[2]}" for one in found if one and one[2] not in ("__pycache__", "")}))
