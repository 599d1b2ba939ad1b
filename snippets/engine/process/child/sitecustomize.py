"""Prepare a captured program before its first line; spawned children inherit this.

Its streams are line-buffered, as they are on a terminal. On Linux the program and all that it will start are marked, by
a limit that is handed on whatever else changes, and that Linux ignores: `process/stragglers.py` finds them by it.
Signals that the builder ignores or blocks, as one in the background does, are as usual again in the program itself;
what it then lets its children ignore is its own affair.
"""

import contextlib
import io
import os
import sys

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
