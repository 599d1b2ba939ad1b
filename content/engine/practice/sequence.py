"""The exercises of a course as learners come to them: lesson by lesson, and on its page from its top down."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from content.engine.course import texts
from content.engine.course.exercise import Exercise, names, read
from content.engine.course.lesson import order_of
from content.engine.fence.scan import asked_in
from snippets.engine.program.problem import ProblemError, near


def in_order(root: Path) -> list[Exercise]:
    """The exercises that the pages of lessons show; lessons that the navigation does not name come last, by name.

    Raises ProblemError where the navigation, or an exercise, cannot be read, LookupError where there is none.
    """
    folder = root / "content" / "lessons"
    lessons = dict.fromkeys([*_of_navigation(root), *sorted(path.stem for path in folder.glob("*.md"))])
    there = set(names(root))
    shown = dict.fromkeys(name for lesson in lessons for name in _on_page(folder / f"{lesson}.md"))
    if not there & shown.keys():
        raise LookupError(f"No lesson in {root} shows an exercise. Call this in the folder of the course.")
    return [read(root, name) for name in shown if name in there]


def _of_navigation(root: Path) -> list[str]:
    try:
        return order_of(root)
    except yaml.YAMLError as error:
        raise ProblemError(texts.unreadable(error, "mkdocs.yml")) from None


def _on_page(page: Path) -> Iterator[str]:
    if page.is_file():
        yield from (asked.rest for asked in asked_in(texts.read(page)) if asked.name == "exercise")


def chosen(exercises: Sequence[Exercise], wishes: Sequence[str]) -> list[Exercise]:
    """Those that are meant by `lesson/name` or by lesson, in their order; all where nothing is wished for.

    Raises LookupError with advice on every wish that means none.
    """
    meant = [(one, {one.lesson, f"{one.lesson}/{one.name}"}) for one in exercises]
    known = set[str]().union(*(words for _, words in meant))
    unknown = [wish for wish in wishes if wish not in known]
    if unknown:
        raise LookupError("\n".join(f"There is no exercise '{wish}'. {near(wish, known)}" for wish in unknown))
    return [one for one, words in meant if not wishes or words & {*wishes}]
