"""What terminals obey beyond what pyte does shows what older sequences show of which it knows, on a pseudo-terminal."""

import sys
from pathlib import Path

import pytest

from content.engine.fence.output import to_text
from tests.conftest import Start
from tests.support.terminal import on_a_terminal, without_ends

SIX = r"\x1b[2J\x1b[H1\n2\n3\n4\n5\n6"
END = r"\x1b[r\x1b[9H"
DOWN, UP = r"\x1b[{0}H\n", r"\x1b[{0}H\x1bM"  # at the edge of a region, these scroll it
PAIRS = {
    "up": (SIX + r"\x1b[2Sx", SIX + r"\x1b[24H\n\n\x1b[6;2Hx"),
    "up by one, if no number or 0 is given": (SIX + r"\x1b[S\x1b[0Sx", SIX + r"\x1b[24H\n\n\x1b[6;2Hx"),
    "up by more than there is": (SIX + r"\x1b[999Sx", SIX + r"\x1b[24H" + 24 * r"\n" + r"\x1b[6;2Hx"),
    "down": (SIX + r"\x1b[3Tx", SIX + r"\x1b[H\x1bM\x1bM\x1bM\x1b[6;2Hx"),
    "down, with the cursor at the edge": (SIX + r"\x1b[H\x1b[Tx", SIX + r"\x1b[H\x1bMx"),
    "a region up": (SIX + r"\x1b[2;4r\x1b[6;3H\x1b[Sx" + END, SIX + r"\x1b[2;4r\x1b[4H\n\x1b[6;3Hx" + END),
    "a region down": (SIX + r"\x1b[2;4r\x1b[6;3H\x1b[Tx" + END, SIX + r"\x1b[2;4r\x1b[2H\x1bM\x1b[6;3Hx" + END),
    "the other screen": (r"one\n\x1b[?1049h\x1b[Ha\nb\x1b[Sx", r"one\n\x1b[?1049h\x1b[Ha\nb\x1b[24H\n\x1b[2;2Hx"),
    "what asks for pictures": (SIX + r"\x1b[?2;1;0Sx", SIX + "x"),
    "what is about the mouse": (SIX + r"\x1b[1;2;3;4;5Tx", SIX + "x"),
    "a place": (r"a\x1b[31m\x1b[sb\n\n\x1b[uC", r"a\x1b[31m\x1b7b\n\n\x1b8C"),
    "a place, again and again": (r"a\x1b[sb\n\n\x1b[uC\x1b[uD\x1b[uE\nend", r"a\x1b7b\n\n\x1b[1;2HE\nend"),
    "a place that was never kept": (r"a\n\nb\x1b[uC\n", r"a\n\nb\x1b[HC\n"),
    "what asks for margins and keys": (r"ab\x1b[1;2sc\x1b[?5sd\x1b[?1ue\x1b[=1uf", "abcdef"),
}


def program(printed: str) -> str:
    """A program that prints a text with escapes."""
    return f"print('{printed}')"


@pytest.mark.parametrize(("new", "old"), PAIRS.values(), ids=PAIRS)
def test_it_shows_what_a_terminal_shows_of_the_older_ones(start: Start, tmp_path: Path, new: str, old: str) -> None:
    shown = without_ends(to_text(start(program(new)).output))
    start(program(old))
    screen = on_a_terminal([sys.executable, str(tmp_path / "lesson" / "p.py")])
    assert screen
    assert shown == screen or shown.endswith(f"\n{screen}")


def test_rows_that_are_scrolled_out_of_the_screen_stay_above_it_and_those_of_a_region_are_gone() -> None:
    lines = "".join(f"{number}\n" for number in range(30))
    assert to_text(f"{lines}\x1b[5Send\n").startswith(lines)
    assert to_text("1\n2\n3\x1b[2;3r\x1b[Snew\x1b[r") == "new\n3"
