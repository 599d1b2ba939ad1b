"""What a page shows of a program is what a terminal shows of it: here each runs on one, too."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from content.engine.fence.output import to_html, to_text
from content.engine.fence.painted import contrast
from content.engine.fence.terminal import COLUMNS, Showing
from tests.conftest import Start
from tests.support.site import parsed, with_class
from tests.support.terminal import SIXTEEN, WEIGHTS, Look, looks, on_a_terminal, printed, without_ends

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
    "erase what is below": r"print('one\ntwo\nthree\x1b[2A\x1b[2D\x1b[JX')",
    "erase what is above": r"print('one\ntwo\nthree\x1b[1A\x1b[3D\x1b[1JX')",
    "erase all": r"print('one\ntwo\x1b[2Jthree')",
    "erase the whole line": r"print('one\ntwo\x1b[2K\rX')",
    "erase some characters": r"print('abcdef\x1b[5D\x1b[2XY')",
    "backspace at the edge": r"print('\b\ba\b\b\bX')",
    "a spinner": r"import itertools; print('work ', *(f'{c}\b' for c in '|/-' * 3), 'ok', sep='')",
    "up, down, left, right": r"print('abc\x1b[Bd\x1b[2Ae\x1b[4Df\x1b[Cg\x1b[3B')",
    "lines up and down": r"print('a\nb\nc\x1b[2Fx\x1b[2Ey')",
    "a place": r"print('\x1b[3;7Hx\x1b[2;2fy\x1b[5dz\x1b[4G!')",
    "beyond all edges": r"print('\x1b[99A\x1b[99Da\x1b[99;99Hb\x1b[1;40Hc')",
    "a region, and above and below it": r"print('\x1b[Htop\x1b[5Hbottom\x1b[2;4r\x1b[4H1\n2\n3\n4\x1b[r\x1b[6H')",
    "a region that goes down": r"print('\x1b[Htop\n1\n2\n3\n4\x1b[2;4r\x1b[2H\x1bM\x1bMnew\x1b[r\x1b[7H')",
    "index and next line": r"print('a\x1bDb\x1bEc')",
    "lines of a region go": r"print('1\n2\n3\n4\x1b[2H\x1b[1Mx\x1b[1;1H\x1b[2Ly\x1b[8H')",
    "wide characters": "print('日本語 abc\\r\\x1b[2C語\\x1b[2Cx')",
    "a wide character is erased": "print('日本語\\r\\x1b[K語\\n日本\\b\\b\\x1b[Kx')",
    "the other screen": r"print('one\n\x1b[?1049h\x1b[Hfull\nscreen\x1b[?1049ltwo')",
    "the other screen again": r"print('\x1b[?1049h\x1b[Ha\x1b[?1049lone\n\x1b[?1049h\x1b[Hb\x1b[?1049ltwo')",
    "the other screen scrolls": r"print('one\n\x1b[?1049h\x1b[H', *range(60), '\x1b[?1049ltwo', sep='\n')",
    "the other screen at the end": r"print('one\n\x1b[?1049h\x1b[2J\x1b[Hfull\nscreen')",
    "nothing to see": r"print('\x1b=\x1b>\x1b[?25l\x1b(Ba\x1b7\x1b8\x1b[?25hb')",
    "begin anew": r"print('one\ntwo\x1bcthree')",
}
LOOKS = {
    "sixteen colours": r"[print(f'\x1b[{n}ma', end='') for n in (*range(30, 38), *range(90, 98))]",
    "their grounds": r"[print(f'\x1b[97;{n}ma', end='') for n in (40, 41, 44, 45, 100)]",
    "256 colours": r"[print(f'\x1b[38;5;{n}ma', end='') for n in (17, 52, 18, 232, 235, 3, 12)]",
    "their grounds again": r"[print(f'\x1b[48;5;{n}ma', end='') for n in (17, 52, 18, 196, 235, 255, 3, 12)]",
    "true colours": r"print('\x1b[38;2;0;0;95ma\x1b[0;48;2;12;34;56mb\x1b[38;2;250;251;252mc')",
    "dim, italic and the like": r"[print(f'\x1b[0;{n}ma', end='') for n in (1, 2, 3, 4, 7, 9)]",
    "all at once": r"print('\x1b[1;2;3;4;9ma\x1b[31mb\x1b[0mc')",
    "and their ends": r"print('\x1b[1;2;3;4;9;31;44ma\x1b[22mb\x1b[23mc\x1b[24md\x1b[29me\x1b[39mf\x1b[49mg')",
    "and that of inverse": r"print('\x1b[7ma\x1b[27mb')",
    "inverse": r"print('\x1b[7ma\x1b[31mb\x1b[97;44mc\x1b[0md')",
}


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_the_page_shows_what_a_terminal_shows(start: Start, tmp_path: Path, program: str) -> None:
    shown = without_ends(to_text(start(program).output))
    screen = on_a_terminal([sys.executable, str(tmp_path / "lesson" / "p.py")])
    assert screen
    assert shown == screen or shown.endswith(f"\n{screen}")


@pytest.mark.parametrize("program", LOOKS.values(), ids=LOOKS)
def test_the_page_draws_each_character_as_a_terminal_does(start: Start, tmp_path: Path, program: str) -> None:
    [page] = with_class(parsed(f'<p class="page">{to_html(start(program).output)}</p>'), "page")
    drawn = looks(printed([sys.executable, str(tmp_path / "lesson" / "p.py")]))
    shown = [(character, span) for text, span in spans(page) for character in text if character.strip()]
    assert len(shown) == len(drawn) > 0
    for (character, span), (other, look) in zip(shown, drawn, strict=True):
        assert character == other
        assert (span.weights, span.ink, span.ground) == as_on_a_page(look), character


@dataclass(frozen=True)
class Span:
    """What the HTML says of a text: classes that weigh, the class or the colour of its ink, and its ground."""

    weights: frozenset[str]
    ink: str
    ground: str


def spans(page: Element) -> Iterator[tuple[str, Span]]:
    """The texts of an output and what is said of each."""
    yield page.text or "", Span(frozenset(), "", "")
    for span in page:
        classes = span.get("class", "").split()
        colours = dict(pair[2:].split(":#") for pair in span.get("style", "").split(";") if pair)
        names = [name for name in classes if name[4:].isdigit() and int(name[4:]) >= 30]
        weights = frozenset(WEIGHTS[int(name[4:])] for name in classes if name[4:] in map(str, WEIGHTS))
        yield span.text or "", Span(weights, colours.get("ink", "".join(names)), colours.get("ground", ""))
        yield span.tail or "", Span(frozenset(), "", "")


def as_on_a_page(look: Look) -> tuple[frozenset[str], str, str]:
    """What the HTML has to say of a look: colours of the theme by their classes, and inverse text by its ground."""
    ink, ground, weights = look.ink, look.ground, look.weights
    if "inverse" in weights and (ink or ground):
        ink, ground, weights = ground, ink, weights - {"inverse"}
    if ground:
        return weights, ink if ink and contrast(ink, ground) >= 4.6 else contrasting(ground), ground
    named = f"ansi{30 + SIXTEEN.index(ink) % 8 + 60 * (SIXTEEN.index(ink) > 7)}" if ink in SIXTEEN else ink
    return weights, named, ""


def contrasting(ground: str) -> str:
    """Black or white, whichever is the better to read."""
    return max("000000", "ffffff", key=lambda ink: contrast(ink, ground))


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
