"""Run plain `pytest` in many folders from one process that has imported it: `python warm.py <jobs>`.

Folders come on its standard input, a line each. For each it prints, as a line of JSON, the folder, the status and all
that pytest printed. It forks, and imports nothing of the course.
"""

import importlib
import json
import os
import sys
import tempfile
from pathlib import Path

import _pytest
import pytest


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
    running: dict[int, tuple[str, int]] = {}
    waiting = [line.strip() for line in sys.stdin]
    while waiting or running:
        while waiting and len(running) < jobs:
            folder = waiting.pop(0)
            pid, printed = begin(folder)
            running[pid] = folder, printed
        pid, ended = os.wait()
        folder, printed = running.pop(pid)
        with open(printed, "r+b") as file:
            file.seek(0)
            output = file.read().decode(errors="replace")
        print(json.dumps([folder, os.waitstatus_to_exitcode(ended), output]), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
