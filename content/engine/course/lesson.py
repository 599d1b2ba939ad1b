"""What the map of the course says of a lesson, all of it read from the lesson's own page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from content.engine.course import draft, front_matter, texts
from content.engine.course.escape import plain
from snippets.engine.program.problem import Problem

NEEDS = re.compile(r"\byou need: (?P<needs>.+?)\s*(?:·|\n\s*\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Lesson:
    """A lesson's title and needs, in Markdown as its page has them, its description in plain text, and its minutes."""

    slug: str
    title: str
    description: str
    minutes: int
    needs: str
    is_draft: bool = False


def read(root: Path, slug: str) -> Lesson:
    """Read the lesson `slug` of the course at `root`; what its page does not say is empty, or no minutes."""
    text = texts.read(root / "content" / "lessons" / f"{slug}.md")
    front = front_matter.read(text)
    needs = NEEDS.search(text)
    minutes = front.get("minutes")
    return Lesson(
        slug,
        front_matter.title(text) or slug,
        str(front.get("description", "")),
        minutes if isinstance(minutes, int) else 0,
        " ".join(needs["needs"].split()) if needs else "",
        draft.is_draft(text),
    )


def all_of(root: Path, order: Sequence[str]) -> list[Lesson]:
    """The lessons of the course that have a page, in order."""
    return [read(root, slug) for slug in order if (root / "content" / "lessons" / f"{slug}.md").is_file()]


def problems(lesson: Lesson) -> Iterator[Problem]:
    """What the map cannot tell of a lesson."""
    path = f"content/lessons/{lesson.slug}.md"
    if not lesson.description:
        yield Problem(path, 1, "It has no description.", "Add description: … to its front matter.")
    if lesson.minutes < 1:
        yield Problem(path, 1, "It does not say its minutes.", "Add minutes: 30, a whole number, to its front matter.")


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
