"""The lines of a listing have the numbers that they have in the file, and an output leads to them."""

from pathlib import Path

import pytest

from tests.support.site import Tree, text_of, with_class
from tests.support.small import SmallCourse

FAILS = '''\
"""Fails in a function."""

# --8<-- [start:sell]


def sell() -> None:
    raise RuntimeError("sold out")


# --8<-- [end:sell]


sell()

# /// run
# ends = "exit 1"
# ///
'''
FENCE = '```python exec="on" file="greetings/fails.py"{}\n```\n'


@pytest.fixture
def course(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/fails.py", FAILS)
    return course


def numbers(page: Tree) -> dict[int, str]:
    """The code of each numbered line, by its number."""
    return {int(line.attrib["data-line"]): text_of(line).strip() for line in page.iter() if "data-line" in line.attrib}


def links(page: Tree) -> dict[str, str]:
    """The code of the line to which a link in an output leads, by the text of the link."""
    lines = {line.get("id"): text_of(line).strip() for line in page.iter("span")}
    return {
        text_of(link): lines[link.get("href", "")[1:]]
        for output in with_class(page, "run-output")
        for link in output.iter("a")
    }


@pytest.mark.parametrize("part", ["", ' part="sell"'])
def test_the_numbers_of_a_whole_program_and_of_a_part_are_those_of_the_file(part: str, course: SmallCourse) -> None:
    file = FAILS.splitlines()
    found = numbers(course.page(FENCE.format(part)))
    assert found
    assert {number: file[number - 1].strip() for number in found} == found
    assert "[start:sell]" not in found.values()


def test_a_line_that_a_traceback_names_leads_to_the_listing(course: SmallCourse) -> None:
    assert links(course.page(FENCE.format(""))) == {"line 13": "sell()", "line 7": 'raise RuntimeError("sold out")'}


def test_a_line_that_the_page_does_not_show_is_no_link(course: SmallCourse) -> None:
    assert links(course.page(FENCE.format(' part="sell"'))) == {"line 7": 'raise RuntimeError("sold out")'}
    assert links(course.page(FENCE.format(' show="output"'))) == {}


def test_an_output_apart_from_its_listing_leads_there_and_to_the_first_of_two(course: SmallCourse) -> None:
    page = course.page(FENCE.format(' show="source"') + "\n" + FENCE.format(""))
    [listing, *_] = with_class(page, "program")
    ids = {line.get("id") for line in listing.iter("span")}
    targets = [link.get("href", "")[1:] for output in with_class(page, "run-output") for link in output.iter("a")]
    assert len(targets) == 2
    assert set(targets) <= ids


def test_a_number_is_no_text(course: SmallCourse) -> None:
    [code] = [
        code for code in course.page(FENCE.format(' show="source"')).iter("code") if code.find("span") is not None
    ]
    assert text_of(code) == course.library.program("greetings/fails.py").source
