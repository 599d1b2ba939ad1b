"""Aliases are read from a page's front matter, and those that lead nowhere are told with their line."""

import pytest

from content.engine.site import search
from tests.support.small import SmallCourse, warnings

PAGE = """\
---
minutes: 5
aliases:
  page: [hello]
  good-morning: [tea, morning call]
  own: [custom]
---
# Greetings

## Good `morning`

## Another { #own }
"""
SECTIONS = {"content/page.md": ["greetings", "good-morning", "own"]}
SHAPE = "Write such as nogil: [GIL, no lock], an anchor and a list of words."


def told(small: SmallCourse, given: str) -> list[str]:
    """What an author is told of a page with such aliases."""
    small.write("content/page.md", f"---\nminutes: 5\n{given}---\n# Page\n\n## Good evening\n")
    return [str(problem) for problem in search.problems(small.root, {"content/page.md": ["page", "good-evening"]})]


def test_aliases_are_given_by_anchor_and_those_of_the_page_by_none() -> None:
    assert search.aliases_of(PAGE) == {"": ["hello"], "good-morning": ["tea", "morning call"], "own": ["custom"]}


@pytest.mark.parametrize("text", ["# None\n", "---\naliases: tea\n---\n", "---\naliases: {page: tea}\n---\n"])
def test_what_is_no_list_of_words_gives_none(text: str) -> None:
    assert search.aliases_of(text) == {}


def test_aliases_of_sections_that_are_there_are_no_problem(small: SmallCourse) -> None:
    small.write("content/page.md", PAGE)
    assert list(search.problems(small.root, SECTIONS)) == []


def test_an_alias_of_an_unknown_section_is_told_with_its_line_and_what_is_like_it(small: SmallCourse) -> None:
    given = "aliases:\n  page: [a]\n  good-evning: [tea]\n"
    assert told(small, given) == [
        "content/page.md:5: The page has no section 'good-evning', which has aliases. Did you mean good-evening?"
    ]


@pytest.mark.parametrize("words", ["tea", "[]", "[1]", "{tea: x}", "", "[tea, [x]]"])
def test_what_stands_in_place_of_a_list_of_words_is_told(words: str, small: SmallCourse) -> None:
    assert told(small, f"aliases:\n  good-evening: {words}\n") == [
        f"content/page.md:4: The aliases of 'good-evening' are no list of words. {SHAPE}"
    ]


@pytest.mark.parametrize("given", ["aliases: tea\n", "aliases:\n", "aliases: [tea]\n"])
def test_what_stands_in_place_of_all_aliases_is_told(given: str, small: SmallCourse) -> None:
    assert told(small, given) == [f"content/page.md:3: The aliases are no list of sections and words. {SHAPE}"]


def test_front_matter_that_cannot_be_read_is_told_elsewhere(small: SmallCourse) -> None:
    assert told(small, "aliases: a: b\n") == []


def test_a_strict_build_fails_of_it(small: SmallCourse) -> None:
    small.write("content/page.md", "---\naliases:\n  no: [tea]\n---\n# Page\n")
    built = small.build()
    assert built.returncode == 1
    assert any("content/page.md:3: The page has no section" in line for line in warnings(built.stderr))
