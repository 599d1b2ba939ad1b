"""In which order learners come to the exercises, and which they ask for."""

from pathlib import Path

import pytest

from content.engine.practice.sequence import chosen, in_order
from snippets.engine.program.problem import ProblemError
from tests.support import practice
from tests.support.site import ROOT
from tests.support.small import SmallCourse


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    return practice.course(tmp_path)


def names(small: SmallCourse, *wishes: str) -> list[str]:
    return [one.name for one in chosen(in_order(small.root), wishes)]


def test_exercises_come_in_the_order_of_the_navigation_and_then_of_the_page(small: SmallCourse) -> None:
    assert names(small) == ["wave", "hello", "bye"]


def test_a_lesson_that_no_navigation_names_comes_last(small: SmallCourse) -> None:
    practice.exercise(small, "adding", "add")
    small.write("content/lessons/adding.md", "::: exercise adding/add\n")
    assert names(small) == ["wave", "hello", "bye", "add"]


def test_an_exercise_that_no_page_shows_is_not_asked_for_and_neither_is_one_in_a_listing(small: SmallCourse) -> None:
    practice.exercise(small, "waving", "hide")
    small.write("content/lessons/waving.md", "```\n::: exercise waving/hide\n```\n\n::: exercise waving/wave\n")
    assert names(small) == ["wave", "hello", "bye"]


def test_lessons_and_exercises_may_be_asked_for_and_come_in_their_order(small: SmallCourse) -> None:
    assert names(small, "greetings") == ["hello", "bye"]
    assert names(small, "greetings/bye", "waving") == ["wave", "bye"]


def test_what_is_no_exercise_is_told_with_the_near_ones(small: SmallCourse) -> None:
    with pytest.raises(LookupError) as raised:
        names(small, "greetings/helo", "waving", "bye")
    assert raised.value.args[0].splitlines() == [
        "There is no exercise 'greetings/helo'. Did you mean greetings/hello or greetings/bye or greetings?",
        "There is no exercise 'bye'. Known: greetings, greetings/bye, greetings/hello, waving, waving/wave.",
    ]


def test_a_folder_without_exercises_says_where_to_call_this(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=r"Call this in the folder of the course\."):
        in_order(tmp_path)


def test_a_navigation_that_is_no_yaml_is_told_with_its_line(small: SmallCourse) -> None:
    small.write("mkdocs.yml", "site_name: Small\nnav: [\n")
    with pytest.raises(ProblemError, match=r"^mkdocs.yml:3: This is no YAML"):
        in_order(small.root)


def test_this_course_asks_for_all_its_exercises_and_for_the_projects_last() -> None:
    found = [one.folder for one in in_order(ROOT)]
    assert sorted(found) == sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("snippets/*/exercise_*"))
    assert found[-1].startswith("snippets/exercises/")
