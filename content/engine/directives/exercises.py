"""The lines `::: exercise locks/safe_account` and `::: exercises locks | multiprocessing`.

The one shows an exercise, with hint and solutions folded; the other is a table of the exercises of these lessons, by
level. All of it is taken from the files of the exercises when the page is built.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from content.engine.course import texts
from content.engine.course.exercise import LEVELS, Exercise, names, read
from content.engine.directives import starting
from content.engine.directives.directive import Complaint, Directive, Material
from snippets.engine.program.problem import Problem, ProblemError, near

WHEN = "Open a solution when your check passes, to compare, or when ten minutes have brought no new idea."


def _one(name: str, material: Material) -> list[str]:
    return shown(read(material.root, name), material)


def _wrong_one(name: str, material: Material) -> Iterator[Complaint | Problem]:
    if not name or len(name.split()) > 1:
        yield "The line does not name one exercise.", "Write ::: exercise lesson/name."
        return
    yield from _unreadable(name, material.root)


def _unreadable(name: str, root: Path) -> Iterator[Complaint | Problem]:
    """Why an exercise cannot be shown."""
    try:
        read(root, name)
    except LookupError as error:
        what, _, do = str(error.args[0]).partition(". ")
        yield f"{what}.", do
    except ProblemError as error:
        yield from error.problems


def _lessons(rest: str) -> list[str]:
    return rest.replace("|", " ").split()


def _many(rest: str, material: Material) -> list[str]:
    return table(_lessons(rest), material)


def _wrong_many(rest: str, material: Material) -> Iterator[Complaint | Problem]:
    known = names(material.root)
    lessons = {name.partition("/")[0] for name in known}
    if not _lessons(rest):
        yield "The line does not name a lesson.", "Write ::: exercises lesson | lesson."
    for lesson in _lessons(rest):
        if lesson not in lessons:
            yield f"No lesson '{lesson}' has exercises.", near(lesson, lessons)
    for name in known:
        if name.partition("/")[0] in _lessons(rest):
            yield from _unreadable(name, material.root)


DIRECTIVES = (Directive("exercise", _one, _wrong_one), Directive("exercises", _many, _wrong_many))


def shown(exercise: Exercise, material: Material) -> list[str]:
    """The Markdown of an exercise."""
    lesson, name = exercise.lesson, exercise.name
    facts = f"**{exercise.level}, {exercise.minutes} minutes** · {starting.link(material.seen, lesson, name)}"
    head = [f"### {exercise.title} {{ #{exercise.anchor} }}", "", facts]
    start = starting.on_page(name, exercise.is_for_unix)
    solved = [WHEN, "", starting.of_solutions(material.seen, lesson, name), *_solutions(exercise)]
    hint = _folded("tip", "Hint", [*exercise.hint.splitlines(), "", *solved])
    return ["", *head, "", *exercise.task.splitlines(), "", *start, "", *hint, ""]


def _solutions(exercise: Exercise) -> Iterator[str]:
    """Each solution, folded."""
    for name, code in exercise.solutions.items():
        yield ""
        yield from _folded("success", _solution_title(exercise, name), _fenced(f"{name}.py", code))


def _solution_title(exercise: Exercise, name: str) -> str:
    how = name.removeprefix(f"{exercise.name}_solution").strip("_").replace("_", " ")
    return f"Solution: {how}" if how else "Solution"


def _folded(kind: str, title: str, lines: Iterable[str]) -> list[str]:
    return [f'??? {kind} "{title}"', "", *(f"    {line}".rstrip() for line in lines)]


def _fenced(title: str, code: str) -> list[str]:
    """Code as a listing that the site's search does not find."""
    longest = max((len(run) for run in re.findall("~+", code)), default=0)
    ticks = "~" * max(3, longest + 1)
    return [f'{ticks}{{ .python title="{title}" data-search-exclude="" }}', *code.splitlines(), ticks]


def table(lessons: Iterable[str], material: Material) -> list[str]:
    """The Markdown of a table: a row for each lesson, a column for each level."""
    rows = ["", f"| lesson | {' | '.join(LEVELS)} |", f"|---|{'---|' * len(LEVELS)}"]
    for lesson in lessons:
        named = (name for name in names(material.root) if name.startswith(f"{lesson}/"))
        found = [read(material.root, name) for name in named]
        address = material.seen(f"lessons/{lesson}.md")
        cells = [_cell([one for one in found if one.level == level], address) for level in LEVELS]
        rows.append(f"| [{_title(material.root, lesson)}]({address}) | {' | '.join(cells)} |")
    return [*rows, ""]


def _cell(exercises: list[Exercise], address: str) -> str:
    links = (f"[{one.title}]({address}#{one.anchor}), {one.minutes}&nbsp;min" for one in exercises)
    return "<br>".join(links) or "none"


def _title(root: Path, lesson: str) -> str:
    """The heading of a lesson."""
    page = root / "content" / "lessons" / f"{lesson}.md"
    return (texts.title(texts.read(page)) if page.is_file() else "") or lesson
