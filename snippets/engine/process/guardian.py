"""Have what a run leaves behind cleared up even if this process is killed: by another one, which outlives it."""

import atexit
import os
import subprocess
import sys
import threading

from snippets.engine.process import afterwards
from snippets.engine.sources import ENGINE


class Guardian:
    """Starts that process when a first run begins, at the end of a pipe of which this one alone holds the other end.

    A program that is being started holds it, too, until it works in its folder: by then it can be found.
    """

    def __init__(self) -> None:
        self._homes: set[str] = set()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe = -1

    def begins(self, home: str) -> None:
        """Say, before a program is started, that a run begins which has this folder."""
        with self._lock:
            self._homes.add(home)
            if self._process is None:
                self._start()
            else:
                self._tell("+", home)

    def is_over(self, home: str) -> None:
        """Say that a run is over: its processes have ended, and its folder is gone."""
        with self._lock:
            self._homes.discard(home)
            if self._process is not None:
                self._tell("-", home)

    def leave(self) -> None:
        """Let it end, and wait for that."""
        with self._lock:
            if self._process is not None:
                os.close(self._pipe)
                self._process.wait()
                self._process = None

    def _tell(self, change: str, home: str) -> None:
        try:
            os.write(self._pipe, os.fsencode(f"{change}{home}\0"))
        except BrokenPipeError:  # somebody ended it
            if self._process is not None:
                self._process.wait()
                os.close(self._pipe)
            self._start()

    def _start(self) -> None:
        """Start it in a session of its own, where nothing reaches it that is sent to the builder and its group."""
        paths = [str(ENGINE.parents[1]), *filter(None, sys.path)]
        command = [sys.executable, "-I", "-S", afterwards.__file__, *paths]
        reading, self._pipe = os.pipe()
        try:
            self._process = subprocess.Popen(
                command, stdin=reading, stdout=subprocess.DEVNULL, cwd="/", start_new_session=True
            )
        finally:
            os.close(reading)
        for home in self._homes:
            self._tell("+", home)


guardian = Guardian()
atexit.register(guardian.leave)
