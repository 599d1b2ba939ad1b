"""Control characters in an output, and the sequences that they begin: ECMA-48, and xterm's."""

import re

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but the end of a line and the tab, which need no terminal
OSC = r"\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)"  # titles, links
STRING = r"\x1b[PX^_][^\x1b\n]*\x1b\\"
CSI = r"\x1b\[[0-?]*[ -/]*[@-~]"
SHORT = r"\x1b[ -/]*[0-OQ-WYZ\\`-~]"
TOKEN = re.compile(rf"{OSC}|{STRING}|{CSI}|{SHORT}|\n|[\x00-\x08\x0b-\x1f\x7f]|[^\x00-\x08\x0a-\x1f\x7f]+")
UNSEEN = re.compile(rf"{OSC}|{STRING}|\x1b\[(?!\??[0-9;]*[@-~]).*")  # what changes no cell
DRAWING = "\b\t\n\v\f\r\x0e\x0f\x1b"  # what a terminal obeys and a reader sees the effect of
PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in DRAWING} | {0x7F: 0x2421}
PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def with_semicolons(sequence: str) -> str:
    """A colour or a line in the notation with colons, of ISO 8613-6, in that which every terminal knows."""
    sequence = re.sub(r"([345]8):2:(?:\d*:)?(\d+):(\d+):(\d+)", r"\1;2;\2;\3;\4", sequence)
    sequence = re.sub(r"([345]8):5:(\d+)", r"\1;5;\2", sequence)
    return re.sub(r"(?<!\d)4:(\d)", lambda line: "24" if line[1] == "0" else "4", sequence)
