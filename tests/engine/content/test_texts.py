"""A build sees one state of each text; front matter is read as MkDocs reads it, and what it takes for text is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from content.engine.course import texts
from tests.support.small import LESSON, SmallCourse

PAGES = {
    "none": LESSON,
    "some": f"---\nminutes: 5\ndraft: true\n---\n{LESSON}",
    "ended by dots": f"---  \nminutes: 5\n...\n{LESSON}",
    "without an end": f"---\nminutes: 5\n{LESSON}",
    "below a blank line": f"\n---\nminutes: 5\n---\n{LESSON}",
    "between rules": f"{LESSON}\n---\nminutes: 5\n---\n",
    "no YAML": f"---\nminutes: 5\ndescription: Timers: how\n---\n{LESSON}",
    "no mapping": f"---\njust words\n---\n{LESSON}",
}
UNREADABLE = {
    "no YAML": "page.md:3: This is no YAML: mapping values are not allowed here. "
    'Put a text with a colon or other marks into quotes: "…".',
    "no mapping": "page.md:2: The front matter is no list of names and values. Write such as minutes: 20.",
}


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "page.md"
    path.write_text("before", encoding="utf-8")
    texts.release()
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


@pytest.mark.parametrize("name", PAGES)
def test_front_matter_says_what_mkdocs_reads(name: str) -> None:
    assert texts.front_matter(PAGES[name]) == get_data(PAGES[name])[1]


@pytest.mark.parametrize("name", PAGES)
def test_only_what_cannot_be_read_is_told(name: str) -> None:
    assert [str(problem) for problem in texts.problems(PAGES[name], "page.md")] == [
        *filter(None, [UNREADABLE.get(name)])
    ]


def test_a_character_that_yaml_does_not_know_is_told() -> None:
    [problem] = texts.problems("---\nminutes: \x07\n---\n", "page.md")
    assert problem.what == "This is no YAML: a character that it does not allow."


def test_the_build_tells_of_it(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.write("content/lessons/greetings.md", PAGES["no YAML"])
    built = small.build()
    assert built.returncode == 1
    assert "content/lessons/greetings.md:3: This is no YAML" in built.stderr


@pytest.mark.parametrize(
    "text",
    ["# Tea\n", "# Tea {#own .hot}\n", "Tea\n===\n", "\nTea {#own}\n=\n\n# Milk\n", "Milk\nand\n==\n\nTea\n==\n"],
)
def test_the_title_of_a_page_is_its_first_heading_without_what_it_says_of_itself(text: str) -> None:
    assert texts.title(f"---\nminutes: 5\n---\n{text}") == "Tea"
