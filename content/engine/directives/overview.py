"""The line `::: lessons`: a map of the course, on pages at the top of `content/`."""

from collections.abc import Iterator, Sequence

from content.engine.course import lesson
from content.engine.course.escape import plain
from content.engine.course.lesson import Lesson
from content.engine.directives.directive import Directive, Material, nothing_behind
from snippets.engine.program.problem import Problem


def _map(_: str, material: Material) -> list[str]:
    return overview(lesson.all_of(material.root, material.order))


DIRECTIVES = (Directive("lessons", _map, nothing_behind("lessons"), is_of_all=True),)


def untold(material: Material) -> Iterator[Problem]:
    """What the map lacks to tell of the lessons."""
    for one in lesson.all_of(material.root, material.order):
        yield from lesson.problems(one)


def overview(lessons: Sequence[Lesson]) -> list[str]:
    """The Markdown of a map: the lessons in order, each with what it teaches, its minutes, and what it needs.

    A script of ours marks in it what a reader has done: `data-lesson` and `data-minutes` are for that.
    """
    total = _hours(sum(lesson.minutes for lesson in lessons))
    cards = [line for lesson in lessons for line in _card(lesson)]
    return ['<div class="lesson-map" markdown>', "", *cards, "", "</div>", "", f"All together: {total}."]


def _card(lesson: Lesson) -> tuple[str, str]:
    needs = f" · you need: {lesson.needs.replace('](', '](lessons/')}" if lesson.needs else ""
    title = f"**[{lesson.title}](lessons/{lesson.slug}.md)**"
    minutes = f"{'Draft · ' if lesson.is_draft else ''}**{lesson.minutes} minutes**"
    facts = f"<small>{minutes}{needs}</small>"
    marks = f'    {{ data-lesson="{lesson.slug}" data-minutes="{lesson.minutes}" }}'
    return f"1. {title}<br>{plain(lesson.description)}<br>{facts}", marks


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " and ".join(
        [f"{hours} hour{'s' * (hours != 1)}"] * bool(hours) + [f"{rest} minutes"] * bool(rest or not hours)
    )
