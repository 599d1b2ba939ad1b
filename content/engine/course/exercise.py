"""An exercise of the course: its task, hint and solutions, read from the files of its folder.

And which of these files are for learners.
"""

import ast
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from content.engine.course import texts
from snippets.engine.program.problem import Problem, ProblemError, near
from snippets.engine.runs.library import lesson_folders

LEVELS = ("step", "easy", "medium", "hard")  # a step stands in the middle of its lesson, the others at its end
FIRST_LINE = re.compile(rf"<!-- ({'|'.join(LEVELS)}), ([1-9]\d*) minutes -->\n+")
HINT = "hint.md"
NOT_SHOWN = ("_wrong_", "_right_")  # answers that only the laws judge
NAME = re.compile(r"\w+/\w+")
UNIX_ONLY = re.compile(r"\b(?:os\.(?:fork|killpg|mkfifo)|faulthandler\.register)\(")  # Windows has none of them


@dataclass(frozen=True)
class Exercise:
    """What a page shows of an exercise; `solutions` are the texts of those files by their names.

    `is_for_unix` tells whether its check cannot run on Windows.
    """

    lesson: str
    name: str
    level: str
    minutes: int
    task: str
    hint: str
    solutions: dict[str, str]
    is_for_unix: bool

    @property
    def title(self) -> str:
        """Its name as a heading."""
        return self.name.replace("_", " ").capitalize()

    @property
    def anchor(self) -> str:
        """Its place on the page of its lesson."""
        return f"exercise-{self.name.replace('_', '-')}"

    @property
    def folder(self) -> str:
        """Its folder in the course."""
        return f"snippets/{self.lesson}/exercise_{self.name}"


def names(root: Path, lesson: str = "*") -> list[str]:
    """The exercises of the course at `root`, or of one lesson of it, each as `lesson/name`, sorted."""
    folders = (folder for folder in (root / "snippets").glob(f"{lesson}/exercise_*") if folder.is_dir())
    return sorted(f"{folder.parent.name}/{folder.name.removeprefix('exercise_')}" for folder in folders)


def read(root: Path, name: str) -> Exercise:
    """Read the exercise called `lesson/name`.

    Raises LookupError with advice where there is none, ProblemError where its files lack something that is shown.
    """
    lesson, _, own = name.partition("/")
    folder = root / "snippets" / lesson / f"exercise_{own}"
    if not NAME.fullmatch(name) or not folder.is_dir():
        raise LookupError(f"There is no exercise '{name}'. {near(name, names(root))}")
    solutions = tuple((path.stem, _text(path)) for path in sorted(folder.glob(f"{own}_solution*.py")))
    starter, hint = _text(folder / f"{own}.py"), _text(folder / HINT)
    with_it = (path for path in sorted(folder.rglob("*.py")) if not path.name.startswith(own))  # check, and more
    is_for_unix = any(_is_for_unix(_text(path)) for path in with_it)
    return _read(lesson, own, starter, hint, solutions, is_for_unix)


@lru_cache(maxsize=512)  # by the texts of its files: a build asks for each exercise several times
def _read(
    lesson: str, own: str, starter: str, hint: str, solutions: tuple[tuple[str, str], ...], is_for_unix: bool
) -> Exercise:
    task, first = _docstring(starter), FIRST_LINE.match(hint)
    problems = list(_missing(f"snippets/{lesson}/exercise_{own}", own, task, first, bool(solutions)))
    if problems or not first:
        raise ProblemError(*problems)
    answers = {stem: text.strip("\n") for stem, text in solutions}
    told = hint[first.end() :].strip("\n")
    return Exercise(lesson, own, first[1], int(first[2]), task, told, answers, is_for_unix)


@lru_cache(maxsize=512)  # texts: many checks have the same files beside them
def _is_for_unix(text: str) -> bool:
    return bool(UNIX_ONLY.search(text))


def _text(path: Path) -> str:
    return texts.read(path) if path.is_file() else ""


def _docstring(source: str) -> str:
    try:
        return ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError:
        return ""


def _missing(folder: str, name: str, task: str, first: object, is_solved: bool) -> Iterator[Problem]:
    if not task:
        advice = "Begin it with a docstring that is the task."
        yield Problem(f"{folder}/{name}.py", 1, "The starter does not tell the task.", advice)
    if not first:
        advice = f"Begin it with such as <!-- medium, 20 minutes -->; levels are {', '.join(LEVELS)}."
        yield Problem(f"{folder}/hint.md", 1, "It tells neither level nor minutes.", advice)
    if not is_solved:
        yield Problem(f"{folder}/{name}.py", 1, "The exercise has no solution.", f"Add {name}_solution.py.")


def folders(root: Path) -> list[Path]:
    """The folders of all exercises of the course at `root`, sorted."""
    return sorted(
        path for folder in lesson_folders(root / "snippets") for path in folder.glob("exercise_*") if path.is_dir()
    )


def by_lesson(root: Path) -> dict[str, list[str]]:
    """The names of the exercises of each lesson that has any, sorted."""
    found: dict[str, list[str]] = {}
    for folder in folders(root):
        found.setdefault(folder.parent.name, []).append(folder.name.removeprefix("exercise_"))
    return found


def files(folder: Path) -> list[Path]:
    """The files of an exercise, sorted, without answers that are not shown and what tools and editors leave behind."""
    found = (path for path in folder.rglob("*") if path.is_file() and not is_left(path.relative_to(folder)))
    return sorted(path for path in found if not any(kind in path.name for kind in NOT_SHOWN))


def to_begin_with(folder: Path, solutions: Container[str]) -> list[Path]:
    """What a learner is given of an exercise whose `solutions` have these names without ending: no answer, no hint."""
    return [path for path in files(folder) if path.stem not in solutions and path.name != HINT]


def is_left(path: Path) -> bool:
    """Whether tools or editors leave such a file behind, which is named by its path in the folder of a lesson."""
    return path.name[-1] == "~" or any(part.startswith((".", "#", "__pycache__")) for part in path.parts)
