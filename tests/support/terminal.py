"""Run a program on a pseudo-terminal: what stands on its screen then is the truth about what it shows."""

import os
import pty
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from pyte import Screen, Stream

from content.engine.fence.terminal import COLUMNS, ROWS

OURS = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)  # which is ignored where the tests run in the background
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def on_a_terminal(
    command: Sequence[str],
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
    stdin: str = "",
    interrupt: str = "",
) -> str:
    """The screen when a program has run, which may read from a pipe. Ctrl-C is typed once it printed `interrupt`."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-c", OURS, *command]
    reading = subprocess.PIPE if stdin else theirs
    environment = {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1", **(variables or {})}
    with subprocess.Popen(
        words, cwd=folder, env=environment, stdin=reading, stdout=theirs, stderr=theirs, start_new_session=True
    ) as program:
        os.close(theirs)
        if program.stdin:
            program.stdin.write(stdin.encode())
            program.stdin.close()
        data = bytearray()
        while piece := _read(ours):
            data += piece
            if interrupt and f"{interrupt}\r\n".encode() in data:
                os.write(ours, b"\x03")
                interrupt = ""
    os.close(ours)
    return seen(data.decode())


def seen(printed: str) -> str:
    """What stands on the screen of a terminal that got this, composed, and without blanks at the ends."""
    screen = Screen(COLUMNS, ROWS)
    stream = Stream(screen)
    stream.use_utf8 = False
    stream.feed(printed)
    return without_ends("\n".join(screen.display))


def without_ends(text: str) -> str:
    """A text as the screen above has it."""
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # on Linux, of a terminal whose program has ended
        return b""
