"""What a page shows of a program is what a terminal shows of it: here each runs on one, too."""

import sys
from pathlib import Path

import pytest

from content.engine.fence.ansi import to_text
from content.engine.fence.terminal import COLUMNS, Showing
from tests.conftest import Start
from tests.support.terminal import on_a_terminal, without_ends

PROGRAMS = {
    "erase the line": r"print('loading 100 %', end='\r\x1b[K'); print('done')",
    "erase to the left": r"print('abcdef\x1b[3D\x1b[1KX')",
    "backspace": r"print('spin |\b/\b-\bdone')",
    "three bars": r"print('a 0\nb 0\nc 0'); print('\x1b[3Aa 9\nb 9\n\x1b[1Bend')",
    "columns": r"print('abc\x1b[10Gx\x1b[1;5Hy')",
    "beyond the edge": r"print('abc\x1b[200Cx')",
    "a region that scrolls": r"print('\x1b[2J\x1b[Htop\n\x1b[2;4r\x1b[2H1\n2\n3\n4\n5\x1b[r\x1b[10Hend')",
    "insert and delete": r"print('abcdef\x1b[4D\x1b[2Pg\x1b[2@h\r\nx\ny\x1b[1A\x1b[1Lz')",
    "accents": "print('e\\u0301 \\x1b[1mb\\x1b[0m')",
    "lines of boxes": r"print('\x1b(0lqqk\x1b(B box')",
    "saved and restored": r"print('one \x1b7two\x1b8TWO \x1b[sthree\x1b[u')",
    "a long run": r"[print(n) for n in range(60)]; print('\x1b[5Aup', end='\x1b[5B\n')",
    "home after a long run": r"[print(n) for n in range(60)]; print('\x1b[H\x1b[2Jhome')",
    "tabs": r"print('a\tb\rc\t\td')",
    "colours": r"print('\x1b[38;5;196mone\x1b[48;2;1;2;3mtwo\x1b[7;9;2mthree\x1b[0m four')",
    "form feeds": "print('a\\fb\\vc')",
}


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_the_page_shows_what_a_terminal_shows(start: Start, tmp_path: Path, program: str) -> None:
    shown = without_ends(to_text(start(program).output))
    screen = on_a_terminal([sys.executable, str(tmp_path / "lesson" / "p.py")])
    assert screen
    assert shown == screen or shown.endswith(f"\n{screen}")


def test_what_left_the_screen_at_the_top_stays_above_it() -> None:
    lines = [str(number) for number in range(60)]
    assert to_text("\n".join([*lines, "\x1b[5Aup\x1b[5B\n"])).split("\n")[:40] == lines[:40]


@pytest.mark.parametrize(
    ("output", "shown"),
    [
        ("日本語 abc\rx\x1b[4Gy\n", "x  y語 abc\n"),
        ("日本語\r\x1b[1Cx\n", " x本語\n"),
        ("ab日c\x1b[3D!\n", "ab! c\n"),
        ("\U0001f469\u200d\U0001f4bb \x1b[1mb\x1b[0m\n", "\U0001f469\u200d\U0001f4bb b\n"),
    ],
)
def test_of_a_wide_character_that_is_half_written_over_a_blank_is_left(output: str, shown: str) -> None:
    assert to_text(output) == shown


def test_a_line_that_is_longer_than_a_terminal_stays_one_line() -> None:
    assert to_text(f"{'x' * 200}\rO{'日' * 60}\n") == f"O{'日' * 60}{'x' * 79}\n"


def test_what_is_erased_keeps_the_ground_and_not_the_line_below_text() -> None:
    [row, _] = Showing("\x1b[4;41mab\x1b[K\n").whole()
    assert {(cell.bg, cell.underscore) for cell in row[:2]} == {("red", True)}
    assert {(cell.bg, cell.underscore) for cell in row[2:]} == {("red", False)}
    assert len(row) == COLUMNS


def test_what_left_the_screen_goes_where_a_program_erases_that_too() -> None:
    assert to_text("".join(f"{number}\n" for number in range(60)) + "\x1b[H\x1b[2J\x1b[3Jend\n") == "end\n"


def test_a_sign_without_a_width_at_the_beginning_of_a_line_does_not_take_the_rest_with_it() -> None:
    assert to_text("\u200bone\x1b[0m\n") == "one\n"


def test_blanks_that_were_printed_at_the_end_of_a_line_stay_and_those_that_were_erased_are_none() -> None:
    assert to_text("\x1b[1mone\x1b[0m  \ntwo\x1b[K\nthree\x1b[2D\x1b[P\n") == "one  \ntwo\nthre\n"
