"""Prepare a captured program before its first line; spawned children inherit this.

Its streams are line-buffered, as they are on a terminal. On Linux the program and all that it will start are marked, by
a limit that is handed on whatever else changes, and that Linux ignores: `process/stragglers.py` finds them by it.
Signals that the builder ignores or blocks, as one in the background does, are as usual again in the program itself;
what it then lets its children ignore is its own affair.

It is told which files the program opens and imports, since its run depends on them: each process appends to a file
beside the folder of the run, which the builder made. A program sees nothing of that: no descriptor stays open.
"""

import contextlib
import io
import os
import sys

TYPE_CHECKING = False  # as the module typing has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(line_buffering=True)

if sys.platform == "linux":
    import resource

    RLIMIT_LOCKS = 10  # linux/resource.h; the module resource does not name it
    UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    is_first = resource.getrlimit(RLIMIT_LOCKS) == UNLIMITED
    with contextlib.suppress(OSError, ValueError):
        if is_first:
            mark = int.from_bytes(os.environ["HOME"][-7:].encode(), "big")
            resource.setrlimit(RLIMIT_LOCKS, (mark, mark))
else:
    is_first = os.getsid(0) == os.getpid()

if is_first:
    import signal

    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in signal.valid_signals() - {signal.SIGPIPE, signal.SIGXFSZ}:  # which Python itself ignores
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


READ, WROTE, UNPREPARED = "<", ">", "!"  # before a path: how a file was opened; a Python that this cannot prepare
WORDS_AND_ENVIRONMENT = {"subprocess.Popen": (1, 3), "os.posix_spawn": (1, 2), "os.exec": (1, 2)}  # of these events


class Teller:
    """An audit hook, which has to be quick: it is called for each of a program's audit events."""

    def __init__(self, home: str) -> None:
        self._file = f"{home}.opened"
        self._descriptor = -1
        self._told: set[object] = set()
        self._known = (os.path.dirname(os.__file__) + "/", "/proc/", "/sys/", "/dev/", f"{home}/")

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """Take an audit event."""
        if event == "open":
            path, _, flags = args
            if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_CREAT):
                self._take(path, WROTE)
            elif path not in self._told:
                self._take(path, READ)
        elif event == "import":
            self._take(args[1], READ)
        elif event in WORDS_AND_ENVIRONMENT:
            words, environment = (args[place] for place in WORDS_AND_ENVIRONMENT[event])
            if isinstance(words, (list, tuple)) and words and self._is_unprepared(words, environment):
                self._tell(f"{UNPREPARED}\0".encode())
        elif event == "sys.addaudithook" and self._descriptor < 0:  # one of the program's, which must not see ours open
            self._descriptor = self._open()

    def _is_unprepared(self, words: "Sequence[Any]", environment: "Any") -> bool:
        """Whether a Python is started to which nobody leads the way to this file."""
        program, *options = [os.fsdecode(word) for word in words]
        if not os.path.basename(program).startswith("python"):
            return False
        for option in options:
            if option[:1] != "-" or option[:2] in ("--", "-c", "-m"):
                break
            if option[1:2] not in ("W", "X") and any(letter in option for letter in "EIS"):
                return True
        given = os.environ if environment is None else {os.fsdecode(name): environment[name] for name in environment}
        return os.path.dirname(__file__) not in os.fsdecode(given.get("PYTHONPATH", "")).split(os.pathsep)

    def _take(self, path: object, how: str) -> None:
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if not isinstance(path, str):
            return
        whole = path if path[:1] == "/" else f"{os.getcwd()}/{path}"
        line = whole if how == READ else f"{how}{whole}"
        if line in self._told or (whole.startswith(self._known) and "-packages/" not in whole):
            return
        self._told.add(line)
        self._tell(os.fsencode(f"{how}{whole}\0"))

    def _tell(self, path: bytes) -> None:
        descriptor = self._descriptor if self._descriptor >= 0 else self._open()
        if descriptor >= 0:
            os.write(descriptor, path)
            if descriptor != self._descriptor:
                os.close(descriptor)

    def _open(self) -> int:
        """Its descriptor; -1 where no builder waits for it, or no more files can be opened."""
        try:
            return os.open(self._file, os.O_WRONLY | os.O_APPEND)
        except OSError:
            return -1


if "HOME" in os.environ:
    sys.addaudithook(Teller(os.environ["HOME"]))
