"""The fonts are cut down, without the name that is reserved, with their licence, and once."""

import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from content.engine.site import fonts
from snippets.engine.runs.cache import Cache
from tests.support.site import ROOT

MOST = 60_000  # bytes of all fonts together


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("kept"))


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def test_the_fonts_are_light(kept: Cache) -> None:
    made = fonts.made(kept)
    assert sum(len(data) for name, data in made.items() if name in fonts.FILES) < MOST


def test_they_have_every_letter_of_the_lessons(kept: Cache) -> None:
    folders = (ROOT / "content", ROOT / "slides" / "decks")
    pages = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.md")]
    letters = {letter for page in pages for letter in page if letter.isalpha() and ord(letter) < 0x2000}
    for name in fonts.FILES:
        assert letters <= {chr(code) for code in opened(fonts.made(kept)[name]).getBestCmap()}, name


def test_they_are_bold_where_bold_is_asked_for_and_do_not_bear_the_reserved_name(kept: Cache) -> None:
    for name in fonts.FILES:
        font = opened(fonts.made(kept)[name])
        [axis] = font["fvar"].axes
        assert axis.minValue <= 400 < 700 <= axis.maxValue
        others = [str(record) for record in font["name"].names if record.nameID not in fonts.KEPT_NAMES]
        assert others
        assert not [name for name in others if "source" in name.lower()]


def test_a_style_that_stands_alone_carries_all_of_them(kept: Cache) -> None:
    style = fonts.css(kept)
    carried = re.findall(r'url\("data:font/woff;base64,([^"]+)"\)', style)
    assert [base64.b64decode(one) for one in carried] == [fonts.made(kept)[name] for name in fonts.FILES]
    assert "//" not in re.sub(r'"data:[^"]*"', "", style)


def test_their_licence_goes_along(kept: Cache) -> None:
    assert b"SIL OPEN FONT LICENSE" in fonts.made(kept)[fonts.LICENCE].upper()


def test_they_are_cut_once_and_are_the_same_to_the_byte(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fonts.made(kept)
    assert fonts.cut(fonts.source(*fonts.FILES["mono.woff"])) == first["mono.woff"]
    monkeypatch.delattr(fonts, "cut")
    assert fonts.made(kept) == first


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert fonts.made(Cache(tmp_path / "file")).keys() == {*fonts.FILES, fonts.LICENCE}
