"""What a terminal makes of an output's control characters, as HTML that holds none."""

import re
from html import escape

from ansi2html import Ansi2HTMLConverter

COLOUR = r"\x1b\[[0-9;]*m"
SEQUENCE = re.compile(rf"(?!{COLOUR})\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t\x1b"} | {0x7F: 0x2421}


def to_html(output: str) -> str:
    """Escape an output: colours and weights become spans, the line is drawn anew after a return, the rest is inert.

    Other escape sequences are dropped, as links and moves of the cursor have no place on a page; other control
    characters become their pictures, such as ␀.
    """
    text = "\n".join(map(_after_returns, SEQUENCE.sub("", output).split("\n")))
    text = text.translate(CONTROLS)
    if "\x1b" not in text:
        return escape(text, quote=False)
    text = re.sub(rf"(?!{COLOUR})\x1b", "␛", text)
    return str(Ansi2HTMLConverter(inline=False, linkify=False).convert(text, full=False, ensure_trailing_newline=False))


def _after_returns(line: str) -> str:
    """What stands in a line at the end, when each carriage return began it again without erasing it."""
    shown = ""
    for written in line.rstrip("\r").split("\r"):
        shown = written + shown[len(written) :]
    return shown
