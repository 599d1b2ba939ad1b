"""The courses that keep the laws: this one and the tiny one, each with what a law has to know of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

from content.engine.course import exercise
from content.engine.course.lesson import is_draft
from slides.engine import deck
from snippets.engine.runs.library import library_of
from tests.support import site, tiny
from tests.support.site import ROOT, Built

Item = TypeVar("Item")


@dataclass(frozen=True)
class Course:
    """A course at `root`: what the laws ask of it, and `built`, which builds it once a session.

    `claims` and `terms` are how many tests of claims and links to the glossary a finished lesson has at the least.
    What the course may do that the laws do not let others do is named, each with its reason where the course stands.
    """

    name: str
    root: Path
    built: Callable[[pytest.TempPathFactory, str], Built]
    claims: int
    terms: int
    hub: str  # the page that lists all exercises, below content/; it teaches nothing
    fewer_claims: Mapping[str, int] = field(default_factory=dict)  # of lessons that need fewer
    other_senses: frozenset[tuple[str, str]] = frozenset()  # words of a lesson that are not the term of the glossary
    moved: frozenset[str] = frozenset()  # pages at an address of old, which only lead on; no navigation has them
    control_characters: Mapping[str, str] = field(default_factory=dict)  # that a program prints on purpose

    def __str__(self) -> str:
        return self.name

    @property
    def lessons(self) -> list[str]:
        """The names of its lessons, sorted."""
        return sorted(path.stem for path in (self.root / "content" / "lessons").glob("*.md"))

    @property
    def taught(self) -> list[str]:
        """Its lessons, without the page that lists the exercises."""
        return [lesson for lesson in self.lessons if f"lessons/{lesson}.md" != self.hub]

    @property
    def drafts(self) -> list[str]:
        """The lessons that are not finished."""
        return [lesson for lesson in self.lessons if is_draft(self.page(lesson).read_text(encoding="utf-8"))]

    @property
    def decks(self) -> list[str]:
        """The names of its decks, sorted."""
        return [path.stem for path in deck.outlines(self.root)]

    @property
    def programs(self) -> list[str]:
        """The names of all its programs."""
        return library_of(self.root).names()

    @property
    def exercises(self) -> list[str]:
        """The names of its exercises, each as `lesson/name`."""
        return exercise.names(self.root)

    def page(self, lesson: str) -> Path:
        """The Markdown of a lesson."""
        return self.root / "content" / "lessons" / f"{lesson}.md"

    def deck(self, lesson: str) -> Path:
        """The outline of a lesson's deck."""
        return self.root / "slides" / "decks" / f"{lesson}.md"

    def claim_tests(self, lesson: str) -> Path:
        """The tests of what a lesson says."""
        return self.root / "tests" / "lessons" / f"test_{lesson}.py"

    def text(self, path: str) -> str:
        """What stands in a file of the course."""
        return (self.root / path).read_text(encoding="utf-8")


REAL = Course(
    "real",
    ROOT,
    site.build_once,
    claims=10,
    terms=10,
    hub="lessons/exercises.md",
    fewer_claims={"exercises": 3},  # a page about checks; laws/test_every_exercise.py proves that they do what it says
    moved=frozenset({"lessons/stocks_and_barrels/index.md", "slides/stocks_and_barrels/index.md"}),
    other_senses=frozenset(
        {
            ("locks", "Future"),  # the future of many programs
            ("two_smoking_barrels", "Condition"),  # what a deadlock needs
            ("two_smoking_barrels", "Fork"),  # the philosophers eat with forks
            ("stocks", "Signal"),  # what threads tell each other
            ("gil", "Signal"),  # of the time, at the full hour
        }
    ),
)
TINY = Course(
    "tiny",
    tiny.ROOT_OF_SOURCE,
    tiny.build_once,
    claims=3,  # its lessons have three programs at the least, and say little about each
    terms=2,
    hub="exercises.md",
    control_characters={
        "printing/markup.py": "\x02\x03",  # by which Markdown itself marks what it has put aside
        "printing/progress.py": "\b\r",  # of a terminal
    },
)
COURSES = (REAL, TINY)


def each(name: str, items: Callable[[Course], Iterable[Item]]) -> pytest.MarkDecorator:
    """Test each of some items of every course, as the arguments `course` and `name`; an id reads `course-item`."""
    cases = [pytest.param(course, item, id=f"{course}-{item}") for course in COURSES for item in items(course)]
    return pytest.mark.parametrize(("course", name), cases)


def every(name: str, items: Callable[[Course], Iterable[Item]]) -> pytest.MarkDecorator:
    """Test the same items as `each` does, as the argument `name` alone: they know all that the test asks."""
    cases = [pytest.param(item, id=f"{course}-{item}") for course in COURSES for item in items(course)]
    return pytest.mark.parametrize(name, cases)


each_course = pytest.mark.parametrize("course", COURSES, ids=str)
each_lesson = each("lesson", lambda course: course.lessons)
each_taught_lesson = each("lesson", lambda course: course.taught)
each_program = each("name", lambda course: course.programs)
