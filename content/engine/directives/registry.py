"""Lines that become the map of the lessons, the index of programs, and the index of errors.

They are `::: lessons`, `::: programs` and `::: errors`, on pages that stand at the top of `content/`.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from content.engine.course import course, headings, lesson, texts
from content.engine.directives import indexes
from snippets.engine.program.problem import Problem, near
from snippets.engine.runs.library import Library

ASKED = re.compile(r"::: *(?P<what>.*?) *")
OURS = ("errors", "lessons", "programs")
OTHERS = ("decks", "exercise", "exercises", "timetable")  # lines of other modules, which tell of mistakes in them


def expand(text: str, root: Path, library: Library, order: Sequence[str]) -> str:
    """Put map and indexes in place of the lines that ask for them; `order` is that of the lessons."""
    return "\n".join("\n".join(_expanded(line, root, library, order)) for line in text.split("\n"))


def _expanded(line: str, root: Path, library: Library, order: Sequence[str]) -> list[str]:
    what = _asked(line)
    if what not in OURS:
        return [line]
    lessons = lesson.all_of(root, order)
    if what == "lessons":
        return lesson.overview(lessons)
    return (indexes.programs if what == "programs" else indexes.errors)(root, library, lessons)


def asks(text: str) -> bool:
    """Whether a text asks for the map or an index, and so changes with the lessons."""
    return any(_asked(line) in OURS for line in text.split("\n"))


def _asked(line: str) -> str:
    asked = ASKED.fullmatch(line)
    return asked["what"] if asked else ""


def problems(root: Path, order: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the lines of all pages that begin with `:::`, and what the map lacks to tell of lessons."""
    for path in course.pages(root):
        text = texts.read(path)
        yield from _misspelt(text, path.relative_to(root).as_posix())
        if asks(text):
            for one in lesson.all_of(root, order):
                yield from lesson.problems(one)


def _misspelt(text: str, place: str) -> Iterator[Problem]:
    for number, line, is_code in headings.lines(text):
        name, _, rest = _asked(line).partition(" ")
        if name in OURS and rest:
            yield Problem(place, number, f"'::: {name}' takes nothing behind it.", f"Write ::: {name}.")
        elif name and name not in (*OURS, *OTHERS) and not is_code:
            yield Problem(place, number, f"A line '::: {name}' means nothing.", near(name, (*OURS, *OTHERS)))
