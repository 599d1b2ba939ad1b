"""What a program reads from standard input."""

import contextlib
import os
from collections.abc import Iterator


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
