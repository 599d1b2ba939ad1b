"""The picture for links to the course is a PNG of the size that others ask for, with its name and sentence on it."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from content.engine.site import share
from snippets.engine.runs.cache import Cache

LONG = "Every output was printed by the very program above it, in a real process, when this site was built. " * 2


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept")


def drawn(kept: Cache, name: str = "Tiny Course", sentence: str = "It is small.") -> Image.Image:
    return Image.open(io.BytesIO(share.picture(name, sentence, kept))).convert("RGB")


def test_it_has_the_size_that_is_asked_for(kept: Cache) -> None:
    assert drawn(kept).size == (1200, 630)


def test_another_name_or_sentence_makes_another_picture(kept: Cache) -> None:
    first = drawn(kept)
    for other in (drawn(kept, name="Large Course"), drawn(kept, sentence="It is large.")):
        assert ImageChops.difference(first, other).getbbox()


def test_no_word_goes_over_its_edge(kept: Cache) -> None:
    ground = Image.new("RGB", share.SIZE, share.GROUND)
    box = ImageChops.difference(drawn(kept, sentence=LONG), ground).getbbox()
    assert box
    assert box[0] >= share.MARGIN - 2
    assert box[2] <= share.SIZE[0] - share.MARGIN + 2


def test_it_is_drawn_once_and_is_the_same_to_the_byte(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = share.picture("Tiny Course", "It is small.", kept)
    assert share._drawn("Tiny Course", "It is small.") == first
    monkeypatch.delattr(share, "_drawn")
    assert share.picture("Tiny Course", "It is small.", kept) == first
