"""A lesson is added to the nav of mkdocs.yml, and nothing else of the file changes."""

import difflib
import re

import pytest

from content.engine.new.nav import with_lesson
from snippets.engine.program.problem import ProblemError
from tests.support.site import ROOT

PLAIN = """\
nav:
  - index.md
  - Lessons:
      - lessons/locks.md
  - about.md
"""


def added(text: str, slug: str = "timers") -> dict[int, str]:
    """The lines that came, by their numbers; none may have gone."""
    new = with_lesson(text, slug).splitlines(keepends=True)
    changes = [line for line in difflib.ndiff(text.splitlines(keepends=True), new) if line[0] in "-+"]
    assert all(change.startswith("+") for change in changes)
    return {number: line for number, line in enumerate(new, 1) if f"+ {line}" in changes}


def test_it_becomes_the_last_of_the_lessons() -> None:
    assert added(PLAIN) == {5: "      - lessons/timers.md\n"}


def test_the_exercises_stay_the_last() -> None:
    text = PLAIN.replace("  - about", "      - lessons/exercises.md\n  - about")
    assert added(text) == {5: "      - lessons/timers.md\n"}


def test_exercises_with_a_title_of_their_own_stay_the_last() -> None:
    text = PLAIN.replace("  - about", "      - Practise: lessons/exercises.md\n  - about")
    assert added(text) == {5: "      - lessons/timers.md\n"}


def test_it_comes_behind_a_group_of_lessons_and_not_into_it() -> None:
    text = PLAIN.replace("  - about", "      - Stocks:\n          - lessons/stocks.md\n\n  # the rest\n  - about")
    assert added(text) == {7: "      - lessons/timers.md\n"}


def test_in_the_course_one_line_comes_and_everything_else_stays() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    [(number, line)] = added(text, "of_no_lesson").items()
    assert line == "      - lessons/of_no_lesson.md\n"
    assert text.splitlines()[number - 1] == "      - lessons/exercises.md"


def test_a_list_that_is_not_indented_stays_so() -> None:
    text = "nav:\n- Lessons:\n  - lessons/locks.md\n"
    assert added(text) == {4: "  - lessons/timers.md\n"}


def test_a_last_line_without_an_end_stays_without() -> None:
    assert with_lesson(PLAIN.removesuffix("  - about.md\n").rstrip("\n"), "timers").endswith(
        "- lessons/locks.md\n      - lessons/timers.md"
    )


def test_line_ends_of_windows_stay() -> None:
    new = with_lesson(PLAIN.replace("\n", "\r\n"), "timers")
    assert "- lessons/timers.md\r\n" in new
    assert not re.search(r"(?<!\r)\n", new)


@pytest.mark.parametrize("line", ["- lessons/locks.md", "- Locks: lessons/locks.md"])
def test_a_lesson_that_is_there_is_not_added_again(line: str) -> None:
    with pytest.raises(ProblemError) as error:
        with_lesson(PLAIN.replace("- lessons/locks.md", line), "locks")
    assert str(error.value) == "mkdocs.yml:4: The nav names lessons/locks.md already. Take this line out."


@pytest.mark.parametrize(
    "text", ["", "site_name: None\n", "nav: null\n", "nav:\n  - index.md\n", "nav:\n  - Lessons: [lessons/locks.md]\n"]
)
def test_a_nav_without_a_list_of_lessons_is_told(text: str) -> None:
    with pytest.raises(ProblemError) as error:
        with_lesson(text, "timers")
    assert str(error.value) == (
        "mkdocs.yml:1: The nav has no list of lessons. "
        "Add '- Lessons:', and below it one line '- lessons/….md' for each."
    )


def test_what_is_no_yaml_is_told_with_its_line() -> None:
    with pytest.raises(ProblemError, match=r"^mkdocs\.yml:6: This is no YAML: .+\. Put a text"):
        with_lesson(f"{PLAIN}theme: name: material\n", "timers")
