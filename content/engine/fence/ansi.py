"""What a terminal makes of an output's control characters, as HTML that holds none."""

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby
from operator import itemgetter

COLOUR = r"\x1b\[[0-9;]*m"
SEQUENCE = re.compile(rf"(?!{COLOUR})\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[@-Z\\-_])")
RESETS = ("\x1b[m", "\x1b[0m")
CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t\x1b"} | {0x7F: 0x2421}


def to_html(output: str) -> str:
    """Escape an output: colours and weights become spans, a return draws over the line, the rest is inert.

    Other escape sequences are dropped, as links and moves of the cursor have no place on a page; other control
    characters become their pictures, such as ␀. There are as many lines as in the output, and nothing goes over the
    end of one.
    """
    text = _drawn(SEQUENCE.sub("", output)).translate(CONTROLS)
    if "\x1b" not in text:
        return escape(text, quote=False)
    from ansi2html import Ansi2HTMLConverter  # not at the top: few outputs have colours

    text = re.sub(rf"(?!{COLOUR})\x1b", "␛", text)
    return str(Ansi2HTMLConverter(inline=False, linkify=False).convert(text, full=False, ensure_trailing_newline=False))


def _drawn(output: str) -> str:
    """What stands on a terminal at the end, as a carriage return begins its line again without erasing it."""
    lines: list[list[tuple[str, str]]] = [[]]
    colour, column = "", 0
    for token in re.findall(rf"{COLOUR}|.", output, re.DOTALL):
        if token == "\n":
            lines.append([])
            column = 0
        elif token == "\r":
            column = 0
        elif re.fullmatch(COLOUR, token):
            colour = "" if token in RESETS else colour + token
        else:
            lines[-1][column : column + 1] = [(colour, token)]
            column += 1
    return "\n".join(map(_painted, lines))


def _painted(cells: Iterable[tuple[str, str]]) -> str:
    """A line of characters, each with the colour that it was printed in."""
    pieces = [(colour, "".join(text for _, text in group)) for colour, group in groupby(cells, key=itemgetter(0))]
    return "".join(f"{colour}{text}{RESETS[0]}" if colour else text for colour, text in pieces)
