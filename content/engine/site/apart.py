"""Get things ready in another process while this one runs programs: as two threads, they would hold each other up.

What is got ready lies on disk then. Whoever asks for it later makes it if it is not there, and is told what is wrong.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def apart(make: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """Meanwhile, make something whose only effect is what it keeps; gives a function that waits until it is made.

    Nothing is made where the system cannot fork, nor where another thread may hold what the forked process would need.
    """
    forks = hasattr(os, "fork") and threading.active_count() == 1
    working = [_begun(make)] if forks else []

    def finished() -> None:
        while working:
            with suppress(ChildProcessError):  # it has ended, where the system is not to tell how
                os.waitpid(working.pop(), 0)

    try:
        yield finished
    except BaseException:
        for pid in working:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        raise
    finally:
        finished()


def _begun(make: Callable[[], object]) -> int:
    pid = os.fork()
    if not pid:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the builder, which is told as well, says what there is to say
        try:
            make()
        finally:
            os._exit(0)
    return pid
