"""Highlighted source is kept by its text, and is the page's own wherever it is shown."""

from pathlib import Path

import pytest
from markdown import Markdown
from pymdownx.highlight import Highlight

from content.engine.fence.highlight import highlighted
from snippets.engine.runs.cache import Cache
from tests.support.site import parsed, text_of
from tests.support.small import SmallCourse, markdown

HELLO = 'print("hello")\n\nprint("again")\n'


@pytest.fixture
def md(tmp_path: Path) -> Markdown:
    return markdown(SmallCourse(tmp_path).root)


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept")


def ids(html: str) -> list[str]:
    """Every id in some HTML, in order."""
    return [element.attrib["id"] for element in parsed(html).iter() if "id" in element.attrib]


def test_what_was_highlighted_before_is_not_highlighted_again(
    md: Markdown, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = highlighted(md, HELLO, [1], "hello.py", kept)
    monkeypatch.delattr(Highlight, "highlight")
    again = highlighted(md, HELLO, [1], "hello.py", kept)
    assert text_of(parsed(again)) == text_of(parsed(first))
    assert 'class="hll"' in again


def test_every_line_has_an_id_of_its_own_also_where_a_program_is_shown_twice(md: Markdown, kept: Cache) -> None:
    found = [one for _ in range(2) for one in ids(highlighted(md, HELLO, [], "hello.py", kept))]
    assert len(found) == 2 * len(HELLO.splitlines())
    assert len(set(found)) == len(found)


def test_another_text_title_or_line_is_highlighted_anew(md: Markdown, kept: Cache) -> None:
    shown = [
        highlighted(md, text, lines, title, kept)
        for text, lines, title in (
            (HELLO, [], "hello.py"),
            (HELLO.replace("again", "bye"), [], "hello.py"),
            (HELLO, [3], "hello.py"),
            (HELLO, [], "greeting.py"),
        )
    ]
    assert ["bye" in one for one in shown] == [False, True, False, False]
    assert ['class="hll"' in one for one in shown] == [False, False, True, False]
    assert ["greeting.py" in one for one in shown] == [False, False, False, True]


def test_another_setting_of_the_site_highlights_anew(md: Markdown, kept: Cache) -> None:
    highlighted(md, HELLO, [], "hello.py", kept)
    course = SmallCourse(kept.folder.parent / "other")
    other = markdown(course.root)
    extension = next(one for one in other.registeredExtensions if "line_spans" in getattr(one, "config", {}))
    extension.setConfig("line_spans", "line")
    assert ids(highlighted(other, HELLO, [], "hello.py", kept))[0].startswith("line-")


def test_a_program_may_hold_the_text_that_stands_for_the_number_of_its_block(md: Markdown, kept: Cache) -> None:
    program = '"""<span id="__span-COUNT-1">"""\n'
    for _ in range(2):
        assert program in text_of(parsed(highlighted(md, program, [], "odd.py", kept)))


def test_a_folder_that_cannot_be_written_is_no_error(md: Markdown, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert "hello" in highlighted(md, HELLO, [], "hello.py", Cache(tmp_path / "file"))
