"""Front matter is read as MkDocs reads it, and what MkDocs would take for text is told."""

from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from content.engine.course.front_matter import problems, read
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


@pytest.mark.parametrize("page", PAGES)
def test_it_says_what_mkdocs_reads(page: str) -> None:
    assert read(PAGES[page]) == get_data(PAGES[page])[1]


@pytest.mark.parametrize("page", PAGES)
def test_only_what_cannot_be_read_is_told(page: str) -> None:
    assert [str(problem) for problem in problems(PAGES[page], "page.md")] == [*filter(None, [UNREADABLE.get(page)])]


def test_a_character_that_yaml_does_not_know_is_told() -> None:
    [problem] = problems("---\nminutes: \x07\n---\n", "page.md")
    assert problem.what == "This is no YAML: a character that it does not allow."


def test_the_build_tells_of_it(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.write("content/lessons/greetings.md", PAGES["no YAML"])
    built = small.build()
    assert built.returncode == 1
    assert "content/lessons/greetings.md:3: This is no YAML" in built.stderr
