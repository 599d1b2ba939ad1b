"""Run a program on a pseudo-terminal: what stands on its screen then is the truth about what it shows."""

import os
import pty
import re
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pyte import Screen, Stream

from content.engine.fence.terminal import COLUMNS, ROWS

SECOND_SCREEN = re.compile(r"(\x1b\[\?1049[hl])")
PIECES = re.compile(r"(\x1b\[[0-9;]*m)?([^\x1b]*)")
WEIGHTS = {1: "bold", 2: "dim", 3: "italic", 4: "underlined", 7: "inverse", 9: "struck"}
ENDS = {22: {"bold", "dim"}, 23: {"italic"}, 24: {"underlined"}, 27: {"inverse"}, 29: {"struck"}}
DARK = ("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5")  # xterm's
BRIGHT = ("7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff")
SIXTEEN = (*DARK, *BRIGHT)
OURS = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)  # which is ignored where the tests run in the background
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def on_a_terminal(*asked: Any, **more: Any) -> str:
    """The screen when a program has run, started as `printed` does it."""
    return seen(printed(*asked, **more))


def printed(
    command: Sequence[str],
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
    stdin: str = "",
    interrupt: str = "",
) -> str:
    """What a terminal gets of a program, which may read from a pipe. Ctrl-C is typed once it printed `interrupt`."""
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
    return data.decode()


def seen(printed: str) -> str:
    """What stands on the screen of a terminal that got this, composed, and without blanks at the ends.

    Between the codes that show and hide the second screen, all goes to a screen of its own.
    """
    first = Screen(COLUMNS, ROWS)
    screen = first
    for part in SECOND_SCREEN.split(printed):
        if SECOND_SCREEN.fullmatch(part):
            screen = Screen(COLUMNS, ROWS) if part.endswith("h") else first
            continue
        stream = Stream(screen)
        stream.use_utf8 = False
        stream.feed(part.replace("\x1bE", "\r\n"))  # as ECMA-48 has it: pyte stays in the column
    return without_ends("\n".join(screen.display))


@dataclass(frozen=True)
class Look:
    """How a terminal draws a character: its weights, and the colours of text and ground, empty where it has none."""

    weights: frozenset[str] = frozenset()
    ink: str = ""
    ground: str = ""


def looks(printed: str) -> list[tuple[str, Look]]:
    """Each character that is no blank and how a terminal draws it, by ECMA-48; without movements of the cursor."""
    found, look = [], Look()
    for pen, text in PIECES.findall(printed):
        if pen:
            look = _changed(look, [int(number or 0) for number in pen[2:-1].split(";")])
        found += [(character, look) for character in text if character.strip()]
    return found


def _changed(look: Look, numbers: list[int]) -> Look:
    while numbers:
        number = numbers.pop(0)
        if number == 0:
            look = Look()
        elif number in WEIGHTS:
            look = replace(look, weights=look.weights | {WEIGHTS[number]})
        elif number in ENDS:
            look = replace(look, weights=look.weights - ENDS[number])
        elif number in (39, 49):
            look = replace(look, ink="") if number == 39 else replace(look, ground="")
        elif number in (38, 48):
            many = {5: 1, 2: 3}[numbers.pop(0)]
            values, numbers = numbers[:many], numbers[many:]
            colour = _indexed(values[0]) if many == 1 else bytes(values).hex()
            look = replace(look, ink=colour) if number == 38 else replace(look, ground=colour)
        else:
            begins = {30: 0, 40: 0, 90: 8, 100: 8}
            tens = number // 10 * 10
            colour = SIXTEEN[begins[tens] + number % 10]
            look = replace(look, ink=colour) if tens in (30, 90) else replace(look, ground=colour)
    return look


def _indexed(number: int) -> str:
    """A colour of xterm's 256: sixteen, a cube of six steps, and greys."""
    if number < 16:
        return SIXTEEN[number]
    if number >= 232:
        return f"{8 + 10 * (number - 232):02x}" * 3
    steps = ("00", "5f", "87", "af", "d7", "ff")
    return steps[(number - 16) // 36] + steps[(number - 16) // 6 % 6] + steps[(number - 16) % 6]


def without_ends(text: str) -> str:
    """A text as the screen above has it."""
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # on Linux, of a terminal whose program has ended
        return b""
