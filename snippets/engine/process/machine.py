"""Where programs run: this machine, what of it they may use, and all of their environment.

A program has what is usual, whatever its builder has, as far as that is permitted: on Linux `child/sitecustomize.py`
takes it before the first line. What is not permitted is told, and counts in the key of a run.
"""

import contextlib
import os
import platform
import resource
import sys
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.problem import Problem, ProblemError

CHILD = Path(__file__).resolve().parent / "child"
UMASK = 0o022  # whatever that of the builder is
UNLIMITED = float("inf")
LIMITS = {name: getattr(resource, name) for name in dir(resource) if name.startswith("RLIMIT_")}
SOFT = {  # what Linux itself begins with, include/asm-generic/resource.h; of all other limits, as much as is permitted
    "RLIMIT_CORE": 0,
    "RLIMIT_NOFILE": 1024,
    "RLIMIT_OFILE": 1024,  # the same by its older name
    "RLIMIT_STACK": 8 * 2**20,
}
USUAL = {  # what a program has at least, where nobody took it away; unit and name of what there is less of
    "RLIMIT_AS": (UNLIMITED, "bytes of memory"),
    "RLIMIT_CPU": (UNLIMITED, "seconds on processors"),
    "RLIMIT_DATA": (UNLIMITED, "bytes of data"),
    "RLIMIT_FSIZE": (UNLIMITED, "bytes in a file"),
    "RLIMIT_NOFILE": (256, "open files"),
    "RLIMIT_NPROC": (1024, "processes"),
    "RLIMIT_STACK": (8_000_000, "bytes of stack"),
}


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def machine() -> str:
    """This machine in a few words: system, processor architecture, cores, and whatever else slows a program down."""
    there, (allowed, niceness) = os.cpu_count() or 1, permitted()
    processors = f"{allowed} of " * (allowed < there) + f"{there} core{'s' * (there != 1)}"
    nice = [f"nice {niceness}"] if niceness else []
    return ", ".join([f"{platform.system()} {platform.machine()}", processors, *nice, *_restrictions()])


def _restrictions() -> Iterator[str]:
    """The limits that are lower than usual."""
    given = limits()
    for name, (usual, what) in USUAL.items():
        soft, _ = given.get(name, (UNLIMITED, UNLIMITED))
        if soft < usual:
            yield f"at most {soft:,} {what}"


def permitted() -> tuple[int, int]:
    """How many processors a program has, and its niceness."""
    if sys.platform != "linux":
        return cores(), os.getpriority(os.PRIO_PROCESS, 0)
    return _permitted(frozenset(os.sched_getaffinity(0)), os.getpriority(os.PRIO_PROCESS, 0))


@lru_cache
def _permitted(_processors: frozenset[int], _niceness: int) -> tuple[int, int]:
    """The same, to begin with these: found out by a thread that tries, since on Linux a thread has both of its own."""
    found: list[tuple[int, int]] = []

    def ask() -> None:
        with contextlib.suppress(OSError):
            os.sched_setaffinity(0, range(os.sysconf("SC_NPROCESSORS_CONF")))
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, 0)
        found.append((cores(), os.getpriority(os.PRIO_PROCESS, 0)))

    asking = threading.Thread(target=ask)
    asking.start()
    asking.join()
    return found[0]


def limits() -> dict[str, tuple[float, float]]:
    """Each limit that programs have, as the system calls it: that in force, and that up to which they may raise it.

    Not among them is the one by which programs are marked.
    """
    found = {name: map(_number, resource.getrlimit(number)) for name, number in LIMITS.items()}
    if sys.platform != "linux":
        return {name: (soft, hard) for name, (soft, hard) in found.items()}
    return {name: (min(SOFT.get(name, hard), hard), hard) for name, (_, hard) in found.items()}


def take_usual_stack() -> None:
    """On Linux, have a stack of the usual size, as all that this process starts: programs themselves take it too late.

    The size of the stacks of a program's threads is that of its own stack when it was started.
    """
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_STACK)
        resource.setrlimit(resource.RLIMIT_STACK, (int(limits()["RLIMIT_STACK"][0]), hard))


def _number(limit: int) -> float:
    return UNLIMITED if limit == resource.RLIM_INFINITY else limit


def environment(home: str, interpreter: Interpreter) -> dict[str, str]:
    """All of a program's environment; nothing else of the builder's reaches it. `home` is its fresh folder.

    Raises ProblemError where the course lies in a folder that Python cannot be told of.
    """
    if os.pathsep in str(CHILD):
        what = f"The course lies in {CHILD.parents[3]}, and '{os.pathsep}' parts folders in PYTHONPATH."
        raise ProblemError(Problem("snippets", 1, what, "Move it to a folder without one."))
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH") if name in os.environ}
    return {
        **kept,
        "PATH": f"{os.path.dirname(interpreter.path)}:/usr/local/bin:/usr/bin:/bin",
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "COLUMNS": "80",
        "PYTHONPATH": str(CHILD),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
