"""Run a program as a real process and keep what it printed, as a terminal would have shown it."""

import contextlib
import os
import py_compile
import signal
import threading
from functools import cache
from pathlib import Path
from py_compile import PycInvalidationMode

from snippets.engine.process import opened
from snippets.engine.process.environment import CHILD, environment, fresh_folder
from snippets.engine.process.machine import machine, take_usual_stack
from snippets.engine.process.remains import adopt_orphans
from snippets.engine.process.run import Lane, Run
from snippets.engine.process.sampler import Sampler
from snippets.engine.process.session import Session
from snippets.engine.process.tape import with_short_paths
from snippets.engine.program.declaration import NOTHING, TIMEOUT, Given
from snippets.engine.program.interpreters import Interpreter


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
        told = opened.told(home)
    ended = _ending(session.status) if in_time else "timeout"
    output = with_short_paths(session.tape.text(), short_names(path, interpreter, home))
    # What was read at the very end stood in the pipe by then.
    times, moves = (tuple(min(at, seconds) for at in all_) for all_ in (session.tape.times(), session.tape.moves()))
    cpu, pressed = round(session.cpu, 3), session.interrupted
    paths, late = opened.read(told), opened.is_late(told)
    used = opened.of_course(paths, path.parent.parent.parent), opened.packages(paths)
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
