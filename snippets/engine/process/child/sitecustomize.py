"""Prepare a captured program before its first line; spawned children inherit this.

Its streams are line-buffered, as they are on a terminal. On Linux the program and all that it will start are marked, by
a limit that is handed on whatever else changes, and that Linux ignores: `process/remains.py` finds them by it.
What the builder has otherwise than usual is as usual again in the program itself, as far as that is permitted: signals
that it ignores or blocks, as one in the background does, and on Linux its processors, niceness and limits. What the
program then changes for its children is its own affair.

It is told which files the program opens and imports, since its run depends on them: each process appends to a file
beside the folder of the run, which the builder made. A program sees nothing of that: no descriptor stays open.

Every process of every program comes through here, so this imports next to nothing.
"""

import io
import os
import sys

TYPE_CHECKING = False  # as the module typing has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(line_buffering=True)


def is_permitted(change: "Callable[..., object]", *given: object) -> bool:
    """Change something; whether the system let it."""
    try:
        change(*given)
    except (OSError, ValueError):
        return False
    return True


def heeds_signals() -> bool:
    """Whether it blocks no signal and ignores but SIGPIPE and SIGXFSZ, as Python itself does; only Linux tells."""
    try:
        with open("/proc/self/status", "rb") as file:
            masks = [int(line.split()[1], 16) for line in file if line[:6] in (b"SigBlk", b"SigIgn")]
    except OSError:
        return False
    return masks == [0, 1 << 12 | 1 << 24]


def heed_signals() -> None:
    """Block none, and do with each what Python usually does."""
    import signal  # which takes longer than all else here

    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in signal.valid_signals() - {signal.SIGPIPE, signal.SIGXFSZ}:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


if sys.platform == "linux":
    import resource

    RLIMIT_LOCKS = 10  # linux/resource.h; the module resource does not name it
    SOFT = {resource.RLIMIT_CORE: 0, resource.RLIMIT_NOFILE: 1024}  # of all others, as much as is permitted
    UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    mark = int.from_bytes(os.environ.get("HOME", "")[-7:].encode(), "big")
    marked = resource.getrlimit(RLIMIT_LOCKS)
    is_first = marked == UNLIMITED or (marked != (mark, mark) and os.getsid(0) == os.getpid())
    if is_first:
        is_permitted(resource.setrlimit, RLIMIT_LOCKS, (mark, mark))
        is_permitted(os.sched_setaffinity, 0, range(os.sysconf("SC_NPROCESSORS_CONF")))
        is_permitted(os.setpriority, os.PRIO_PROCESS, 0, 0)
        for name in dir(resource):
            if name[:7] == "RLIMIT_" and name != "RLIMIT_STACK":  # see `take_usual_stack` in process/machine.py
                limit = getattr(resource, name)
                hard = resource.getrlimit(limit)[1]
                soft = SOFT.get(limit, hard)
                is_permitted(resource.setrlimit, limit, (soft if hard < 0 else min(soft, hard), hard))
else:
    is_first = os.getsid(0) == os.getpid()

if is_first and not heeds_signals():
    heed_signals()

READ, WROTE, UNPREPARED = "<", ">", "!"  # before a path: how a file was opened; a Python that this cannot prepare
PACKAGES = "-packages/"  # in the paths of installed packages: site-packages/, or Debian's dist-packages/


class Teller:
    """It takes audit events, and has to be quick: some programs have a million."""

    def __init__(self, home: str) -> None:
        self._file = f"{home}.opened"
        self._descriptor = -1
        self._told: set[object] = {f"{WROTE}{self._file}"}
        self._known = (os.path.dirname(os.__file__) + "/", "/proc/", "/sys/", "/dev/", f"{home}/")
        self._takers: dict[str, Callable[[Any], None]] = {
            "open": self._opened,
            "import": self._imported,
            "subprocess.Popen": lambda args: self._started(args[1], args[3]),
            "os.posix_spawn": lambda args: self._started(args[1], args[2]),
            "os.exec": lambda args: self._started(args[1], args[2]),
            "sys.addaudithook": self._hooked,
        }

    def hook(self) -> "Callable[[str, tuple[object, ...]], None]":
        """What takes audit events: a plain function, since a method takes Python three times as long to call."""
        taker_of = self._takers.get

        def hear(event: str, args: "tuple[object, ...]") -> None:
            taker = taker_of(event)
            if taker is not None:
                taker(args)

        return hear

    def _opened(self, args: "tuple[object, object, object]") -> None:
        path, _, flags = args
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_CREAT):
            self._take(path, WROTE)
        elif path not in self._told:
            self._take(path, READ)

    def _imported(self, args: "tuple[object, ...]") -> None:
        if args[1] is not None:  # what is not compiled is opened, too
            self._take(args[1], READ)

    def _started(self, words: object, environment: object) -> None:
        if isinstance(words, (list, tuple)) and words and self._is_unprepared(words, environment):
            self._tell(f"{UNPREPARED}\0".encode())

    def _hooked(self, _args: object) -> None:
        """A program adds a hook of its own, which must not see ours open a file."""
        if self._descriptor < 0:
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
        if line in self._told:
            return
        self._told.add(line)
        if PACKAGES not in whole:
            is_known = whole.startswith(self._known)
        else:
            is_known = how == READ and not self._is_first_of_package(whole)
        if not is_known:
            self._tell(os.fsencode(f"{how}{whole}\0"))

    def _is_first_of_package(self, path: str) -> bool:
        """Whether no other file of an installed package was told: one tells which it is."""
        folder, _, inside = path.partition(PACKAGES)
        name = inside.partition("/")[0]
        if name == "__pycache__":  # of modules that are packages themselves
            return True
        package = f"{folder}{PACKAGES}{name}/"
        if package in self._told:
            return False
        self._told.add(package)
        return True

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
    sys.addaudithook(Teller(os.environ["HOME"]).hook())
