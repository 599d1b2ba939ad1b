"""The keyboard of a program: what it reads from standard input, and Ctrl-C, pressed once.

Ctrl-C is pressed from outside: at a moment, or when the program has printed a line.
"""

import contextlib
import os
import signal
from collections.abc import Iterator

REACTION = 0.3  # seconds from the line to the key: nobody is faster, and the program is where it waits by then


class CtrlC:
    """Listens to a program, and sends what a terminal sends to all of its process group.

    `when` is a line, or seconds from the start, or empty: never. `moment` is when it was pressed, in seconds from the
    start, and 0 before.
    """

    def __init__(self, when: str | float) -> None:
        self.moment = 0.0
        self._line = when.encode() if isinstance(when, str) else b""
        self._due = float("inf") if isinstance(when, str) else when
        self._open = b""  # as much of a line that has not ended as tells it from the one that is waited for

    def hear(self, data: bytes, moment: float) -> None:
        """Take what was printed next."""
        if self._line and self._due == float("inf"):
            *ended, last = (self._open + data).split(b"\n")
            self._open = last[: len(self._line) + 1]
            if self._line in ended:
                self._due = moment + REACTION

    def is_due(self, now: float) -> bool:
        """Whether it is time to press it."""
        return now >= self._due and not self.moment

    def press(self, group: int, now: float) -> None:
        """Press it; `group` is that of a program that has not been waited for."""
        with contextlib.suppress(ProcessLookupError, PermissionError):  # on macOS, of a group of zombies
            os.killpg(group, signal.SIGINT)
            self.moment = now


@contextlib.contextmanager
def standard_input(text: str) -> Iterator[int]:
    """A descriptor from which a text is read, and then the end; without a text, the end at once.

    It is a pipe that holds all of the text, as a shell's is, so the text must not be longer than what a pipe holds.
    """
    reading = _pipe_of(text.encode()) if text else os.open(os.devnull, os.O_RDONLY)
    try:
        yield reading
    finally:
        os.close(reading)


def _pipe_of(data: bytes) -> int:
    reading, writing = os.pipe()
    try:
        os.write(writing, data)
    except BaseException:
        os.close(reading)
        raise
    finally:
        os.close(writing)
    return reading
