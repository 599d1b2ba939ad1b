"""Run plain `pytest` in many folders from one process that has imported it: `python warm.py <jobs>`.

Folders come on its standard input, a line each. For each it prints, as a line of JSON, the folder, the status and all
that pytest printed. It forks, and imports nothing of the course. On Linux it also takes the exit status of processes
that an answer leaves behind: as zombies of whoever started it, they would slow down all that looks through processes.
"""

import ctypes
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path

import _pytest
import pytest

PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def warm_up() -> None:
    """Import what every run needs, but no plug-in: pytest warns of those that it cannot rewrite any more."""
    for name in Path(_pytest.__file__).parent.glob("[a-z]*.py"):
        importlib.import_module(f"_pytest.{name.stem}")


def begin(folder: str) -> tuple[int, int]:
    """Run pytest there, in a process of its own: gives that, and the file of what it prints."""
    printed, path = tempfile.mkstemp()
    os.unlink(path)
    pid = os.fork()
    if not pid:
        os.chdir(folder)
        for number in (1, 2):
            os.dup2(printed, number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.path.insert(0, folder)
        status = 70
        try:
            status = int(pytest.main([]))
            sys.stdout.flush()
        finally:
            os._exit(status)
    return pid, printed


def main(jobs: int) -> None:
    """Run them, so many at a time."""
    warm_up()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    running: dict[int, tuple[str, int]] = {}
    waiting = [line.strip() for line in sys.stdin]
    while waiting or running:
        while waiting and len(running) < jobs:
            folder = waiting.pop(0)
            pid, printed = begin(folder)
            running[pid] = folder, printed
        pid, ended = os.wait()
        if pid not in running:  # left behind by an answer
            continue
        folder, printed = running.pop(pid)
        with open(printed, "r+b") as file:
            file.seek(0)
            output = file.read().decode(errors="replace")
        print(json.dumps([folder, os.waitstatus_to_exitcode(ended), output]), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
