"""Prepare a captured program before its first line; spawned children inherit this.

Its streams are line-buffered, as they are on a terminal. On Linux the program and all that it will start are marked, by
a limit that is handed on whatever else changes, and that Linux ignores: `process/stragglers.py` finds them by it.
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
    with contextlib.suppress(OSError, ValueError):
        if resource.getrlimit(RLIMIT_LOCKS) == UNLIMITED:
            mark = int.from_bytes(os.environ["HOME"][-7:].encode(), "big")
            resource.setrlimit(RLIMIT_LOCKS, (mark, mark))
