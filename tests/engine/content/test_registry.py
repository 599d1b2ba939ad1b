"""Lines that ask for the map or an index are replaced by it, and mistakes in such lines are told."""

from pathlib import Path

import pytest

from content.engine.directives import registry
from snippets.engine.runs.library import Library
from tests.support.site import ROOT, Site, text_of
from tests.support.small import SmallCourse, warnings

LESSON = (
    '---\ndescription: Hello.\nminutes: 5\n---\n# Greetings\n\n```python exec="on" file="greetings/hello.py"\n```\n'
)
KNOWN = "decks, errors, exercise, exercises, lessons, programs, timetable"


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("content/lessons/greetings.md", LESSON)
    return course


def told(small: SmallCourse, text: str) -> list[str]:
    """What an author is told of a home page."""
    small.write("content/index.md", text)
    return [str(problem) for problem in registry.problems(small.root, ["greetings"])]


@pytest.mark.parametrize("what", ["lessons", "programs", "errors"])
def test_a_line_that_asks_is_replaced_and_all_others_stay(what: str, library: Library) -> None:
    made = registry.expand(f"# Home\n\n::: {what}\n\n    ::: {what}\nend", ROOT, library, ["creating_threads"])
    assert made.startswith("# Home\n\n")
    assert made.endswith(f"\n\n    ::: {what}\nend")
    assert "(lessons/creating_threads.md" in made
    assert f"\n::: {what}" not in made


def test_a_page_that_asks_is_known() -> None:
    assert registry.asks("# Home\n\n:::  errors \n")
    assert not registry.asks("# Home\n\n::: decks\n\n errors\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("::: program", "A line '::: program' means nothing. Did you mean programs?"),
        ("::: map of all", f"A line '::: map' means nothing. Known: {KNOWN}."),
        ("::: errors locks", "'::: errors' takes nothing behind it. Write ::: errors."),
    ],
)
def test_a_line_that_cannot_be_meant_is_told(line: str, message: str, small: SmallCourse) -> None:
    assert told(small, f"# Home\n\n{line}\n") == [f"content/index.md:3: {message}"]


def test_sound_lines_lines_of_other_modules_and_lines_in_fences_are_no_problems(small: SmallCourse) -> None:
    assert told(small, "::: lessons\n\n::: errors\n\n::: decks\n\n```text\n::: nothing\n```\n\n:::\n") == []


def test_a_lesson_that_lacks_what_the_map_tells_is_a_problem_where_there_is_a_map(small: SmallCourse) -> None:
    small.write("content/lessons/greetings.md", "# Greetings\n")
    assert told(small, "# Home\n") == []
    assert [message.partition(":1: ")[0] for message in told(small, "::: lessons\n")] == [
        "content/lessons/greetings.md"
    ] * 2


def test_a_build_replaces_the_lines_and_tells_the_mistakes(small: SmallCourse) -> None:
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null", "nav:"))
    with (small.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("  - index.md\n  - lessons/greetings.md\n")
    small.write("content/index.md", "# Home\n\n::: programs\n\n::: leson\n")
    built = small.build()
    assert warnings(built.stdout + built.stderr) == [
        "content/index.md:5: A line '::: leson' means nothing. Did you mean lessons?"
    ]
    assert "hello.py" in text_of(Site(small.root / "site", "").page("."))


def test_no_line_that_asks_is_left_on_a_page(site: Site) -> None:
    assert [path for path, page in site.pages().items() if ":::" in text_of(page)] == []
