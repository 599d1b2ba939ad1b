"""The lines `::: lessons`, a map of the course on pages at the top of `content/`, and `::: minutes locks`.

The second says in a lesson's box how many minutes it takes, as the map does.
"""

from collections.abc import Iterator, Sequence

from content.engine.course import lesson, minutes
from content.engine.course.escape import plain
from content.engine.course.lesson import Lesson
from content.engine.course.minutes import Minutes
from content.engine.directives.directive import Complaint, Directive, Material, nothing_behind
from snippets.engine.program.problem import Problem, near

Timed = tuple[Lesson, Minutes]


def _map(_: str, material: Material) -> list[str]:
    lessons = lesson.all_of(material.root, material.order)
    return overview([(one, minutes.of_lesson(material.root, one.slug)) for one in lessons])


def _minutes(slug: str, material: Material) -> list[str]:
    return [f"{minutes.told(minutes.of_lesson(material.root, slug))} ·"]


def _wrong_minutes(slug: str, material: Material) -> Iterator[Complaint]:
    known = sorted(page.stem for page in (material.root / "content" / "lessons").glob("*.md"))
    if slug not in known:
        yield f"There is no lesson '{slug}'.", near(slug, known)


DIRECTIVES = (
    Directive("lessons", _map, nothing_behind("lessons"), is_of_all=True),
    Directive("minutes", _minutes, _wrong_minutes),
)


def untold(material: Material) -> Iterator[Problem]:
    """What the map lacks to tell of the lessons."""
    for one in lesson.all_of(material.root, material.order):
        yield from lesson.problems(one)
        yield from minutes.problems(material.root, one.slug)


def overview(lessons: Sequence[Timed]) -> list[str]:
    """The Markdown of a map: the lessons in order, each with what it teaches, its minutes, and what it needs.

    A script of ours marks in it what a reader has done: `data-lesson` and `data-minutes`, those of reading, are for it.
    """
    cards = [line for one in lessons for line in _card(*one)]
    reading = _hours(sum(time.reading for _, time in lessons))
    practice = sum(time.exercises for _, time in lessons)
    total = f"{reading} of reading" + (f", and {_hours(practice)} of exercises" if practice else "")
    return ['<div class="lesson-map" markdown>', "", *cards, "", "</div>", "", f"All together: {total}."]


def _card(lesson: Lesson, time: Minutes) -> tuple[str, str]:
    needs = f" · you need: {lesson.needs.replace('](', '](lessons/')}" if lesson.needs else ""
    title = f"**[{lesson.title}](lessons/{lesson.slug}.md)**"
    facts = f"<small>{'Draft · ' if lesson.is_draft else ''}{minutes.told(time)}{needs}</small>"
    marks = f'    {{ data-lesson="{lesson.slug}" data-minutes="{time.reading}" }}'
    return f"1. {title}<br>{plain(lesson.description)}<br>{facts}", marks


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " and ".join(
        [f"{hours} hour{'s' * (hours != 1)}"] * bool(hours) + [f"{rest} minutes"] * bool(rest or not hours)
    )
