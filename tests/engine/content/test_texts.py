"""A build sees one state of each text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from content.engine.course import texts


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "page.md"
    path.write_text("before", encoding="utf-8")
    yield path
    texts.release()


def test_a_text_is_read_whenever_it_is_asked_for(page: Path) -> None:
    assert texts.read(page) == "before"
    page.write_text("after", encoding="utf-8")
    assert texts.read(page) == "after"


def test_while_a_build_goes_on_a_text_is_read_once(page: Path) -> None:
    texts.hold()
    assert texts.read(page) == "before"
    page.write_text("after", encoding="utf-8")
    assert texts.read(page) == "before"
    texts.hold()
    assert texts.read(page) == "after"
    page.write_text("at last", encoding="utf-8")
    texts.release()
    assert texts.read(page) == "at last"


def test_a_byte_order_mark_is_no_part_of_a_text(page: Path) -> None:
    page.write_text("text", encoding="utf-8-sig")
    assert texts.read(page) == "text"
