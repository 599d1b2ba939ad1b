"""Control characters in an output, and the sequences that they begin: ECMA-48, and xterm's; told as pyte takes them."""

import re
from collections.abc import Iterator, Sequence

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but the end of a line and the tab, which need no terminal
PEN = re.compile(r"\x1b\[[0-9;:]*m")  # changes colours and weights, and moves nothing
OSC = r"\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)"  # titles, links
STRING = r"\x1b[PX^_][^\x1b\n]*\x1b\\"
CSI = r"\x1b\[[0-?]*[ -/]*[@-~]"
SHORT = r"\x1b[ -/]*[0-OQ-WYZ\\`-~]"
TOKEN = re.compile(rf"{OSC}|{STRING}|{CSI}|{SHORT}|\n|[\x00-\x08\x0b-\x1f\x7f]|[^\x00-\x08\x0a-\x1f\x7f]+")
UNSEEN = re.compile(rf"{OSC}|{STRING}|\x1b\[(?!\??[0-9;]*[@-~]).*")  # what changes no cell
DRAWING = "\b\t\n\v\f\r\x0e\x0f\x1b"  # what a terminal obeys and a reader sees the effect of
PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in DRAWING} | {0x7F: 0x2421}
PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
COLOURS = {38: (30, 90), 48: (40, 100), 58: ()}  # of text, ground and underline, and where sixteen have short numbers
DIM, NO_WEIGHT, BLINK, NO_BLINK = 2, 22, 5, 25


def with_semicolons(sequence: str) -> str:
    """A colour or a line in the notation with colons, of ISO 8613-6, in that which every terminal knows."""
    sequence = re.sub(r"([345]8):2:(?:\d*:)?(\d+):(\d+):(\d+)", r"\1;2;\2;\3;\4", sequence)
    sequence = re.sub(r"([345]8):5:(\d+)", r"\1;5;\2", sequence)
    return re.sub(r"(?<!\d)4:(\d)", lambda line: "24" if line[1] == "0" else "4", sequence)


def plainly(numbers: Sequence[int]) -> list[int]:
    """The numbers by which a program changes the pen, as pyte understands them.

    The field for blinking text is taken for dim text, and colours 0 to 15 go by their names.
    """
    return list(_plainly(list(numbers)))


def _plainly(left: list[int]) -> Iterator[int]:
    while left:
        number = left.pop(0)
        if number in COLOURS:
            kind = left.pop(0) if left else 0
            count = {5: 1, 2: 3}.get(kind, 0)
            values, left = left[:count], left[count:]
            yield from _colour(number, kind, values) if len(values) == count else ()
        elif number == DIM:
            yield BLINK
        elif number == NO_WEIGHT:
            yield from (NO_WEIGHT, NO_BLINK)
        elif number == 21:  # two lines below
            yield 4
        elif number not in (BLINK, 6, NO_BLINK):
            yield number


def _colour(number: int, kind: int, values: Sequence[int]) -> Iterator[int]:
    short = COLOURS[number]
    if not short:
        return
    if kind == 5 and values[0] < 16:
        yield short[values[0] // 8] + values[0] % 8
    elif kind in (2, 5):
        yield from (number, kind, *(min(value, 255) for value in values))
