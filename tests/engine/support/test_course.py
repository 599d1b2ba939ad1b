"""The laws see two courses, and something of each kind in both."""

import pytest

from tests.laws.test_glossary import terms
from tests.support.course import COURSES, Course, each, each_course, every


def test_an_item_is_named_by_its_course_and_itself() -> None:
    cases = each("lesson", lambda course: course.lessons[:1]).args[1]
    assert [case.id for case in cases] == [f"{course}-{course.lessons[0]}" for course in COURSES]
    assert [case.values for case in cases] == [(course, course.lessons[0]) for course in COURSES]
    alone = every("lesson", lambda course: course.lessons[:1]).args[1]
    assert [(case.id, case.values) for case in alone] == [(case.id, case.values[1:]) for case in cases]


@each_course
@pytest.mark.parametrize("kind", ["lessons", "taught", "decks", "programs", "exercises"])
def test_no_law_is_kept_for_want_of_something_to_look_at(course: Course, kind: str) -> None:
    assert getattr(course, kind)
    assert terms(course)
