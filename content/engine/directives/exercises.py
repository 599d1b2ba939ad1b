"""Markdown extension: a line `::: exercise locks/safe_account` shows an exercise, with hint and solutions folded.

All of it is taken from the files of the exercise when the page is built. A line `::: exercises locks | multiprocessing`
becomes a table of the exercises of these lessons, by level. The extension
of fences must be loaded, too: it knows the course.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from content.engine.course import front_matter
from content.engine.fence.extension import ExecFences, place, problem_html
from content.engine.fence.header import Place
from content.engine.fence.scan import fenced, lines_of
from snippets.engine.program.problem import Problem, ProblemError, near

ASKED = re.compile(r"(?P<margin>[ >]*)::: *(?P<kind>exercises?)\b(?P<names>.*)")
LEVELS = ("easy", "medium", "hard")
FIRST_LINE = re.compile(rf"<!-- ({'|'.join(LEVELS)}), ([1-9]\d*) minutes -->\n+")
WHEN = "Open a solution when your check passes, to compare, or when ten minutes have brought no new idea."


@dataclass(frozen=True)
class Exercise:
    """What a page shows of an exercise; `solutions` are the texts of those files by their names."""

    lesson: str
    name: str
    level: str
    minutes: int
    task: str
    hint: str
    solutions: dict[str, str]

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


@dataclass(frozen=True)
class Asked:
    """A line that asks for an exercise, or for a table of those of some lessons. `number` is from 0 in its text."""

    number: int
    margin: str
    names: tuple[str, ...]
    is_table: bool


def names(root: Path) -> list[str]:
    """The exercises of the course at `root`, each as `lesson/name`, sorted."""
    folders = (folder for folder in (root / "snippets").glob("*/exercise_*") if folder.is_dir())
    return sorted(f"{folder.parent.name}/{folder.name.removeprefix('exercise_')}" for folder in folders)


def read(root: Path, name: str) -> Exercise:
    """Read the exercise called `lesson/name`.

    Raises LookupError with advice where there is none, ProblemError where its files lack something that is shown.
    """
    if name not in names(root):
        raise LookupError(f"There is no exercise '{name}'. {near(name, names(root))}")
    lesson, _, own = name.partition("/")
    folder = root / "snippets" / lesson / f"exercise_{own}"
    starter, hint = _text(folder / f"{own}.py"), _text(folder / "hint.md")
    solutions = {path.stem: _text(path).strip("\n") for path in sorted(folder.glob(f"{own}_solution*.py"))}
    task, first = _docstring(starter), FIRST_LINE.match(hint)
    problems = list(_missing(folder.relative_to(root).as_posix(), own, task, first, solutions))
    if problems or not first:
        raise ProblemError(*problems)
    return Exercise(lesson, own, first[1], int(first[2]), task, hint[first.end() :].strip("\n"), solutions)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _docstring(source: str) -> str:
    try:
        return ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError:
        return ""


def _missing(folder: str, name: str, task: str, first: object, solutions: dict[str, str]) -> Iterator[Problem]:
    if not task:
        advice = "Begin it with a docstring that is the task."
        yield Problem(f"{folder}/{name}.py", 1, "The starter does not tell the task.", advice)
    if not first:
        advice = "Begin it with such as <!-- medium, 20 minutes -->; levels are easy, medium, hard."
        yield Problem(f"{folder}/hint.md", 1, "It tells neither level nor minutes.", advice)
    if not solutions:
        yield Problem(f"{folder}/{name}.py", 1, "The exercise has no solution.", f"Add {name}_solution.py.")


def scan(text: str) -> list[Asked]:
    """The lines of a text that ask for exercises, in order; lines within fences are text."""
    if ":::" not in text:
        return []
    lines = lines_of(text)
    code = fenced(lines)
    found = ((number, ASKED.fullmatch(line)) for number, line in enumerate(lines) if number not in code)
    return [
        Asked(number, asked["margin"], tuple(asked["names"].replace("|", " ").split()), asked["kind"] == "exercises")
        for number, asked in found
        if asked
    ]


def check(asked: Asked, here: Place, root: Path) -> list[Problem]:
    """What is wrong with a line that asks for exercises, and with the exercises."""
    line = here.first_line + asked.number
    if here.kind == "deck":
        return [Problem(here.path, line, "Exercises are shown in lessons.", "Leave it out here.")]
    if not asked.names or (len(asked.names) > 1 and not asked.is_table):
        advice = "Write ::: exercise lesson/name, or ::: exercises lesson | lesson."
        return [Problem(here.path, line, "The line does not name one exercise.", advice)]
    lessons = {name.partition("/")[0] for name in names(root)}
    unknown = [name for name in asked.names if name not in lessons] if asked.is_table else []
    found = [Problem(here.path, line, f"No lesson '{name}' has exercises.", near(name, lessons)) for name in unknown]
    return found + [problem for name in _wanted(asked, root) for problem in _unreadable(name, here.path, line, root)]


def _unreadable(name: str, path: str, line: int, root: Path) -> Sequence[Problem]:
    """What is wrong with one exercise that a line asks for."""
    try:
        read(root, name)
    except LookupError as error:
        what, _, do = str(error.args[0]).partition(". ")
        return [Problem(path, line, f"{what}.", do)]
    except ProblemError as error:
        return error.problems
    return []


def _wanted(asked: Asked, root: Path) -> list[str]:
    """The names of the exercises that a line asks for."""
    if not asked.is_table:
        return [*asked.names]
    return [name for lesson in asked.names for name in names(root) if name.startswith(f"{lesson}/")]


def problems(text: str, here: Place, root: Path) -> Iterator[Problem]:
    """Everything that is wrong with the lines of a text that ask for exercises."""
    yield from chain.from_iterable(check(asked, here, root) for asked in scan(text))


def in_place_of(asked: Asked, root: Path) -> list[str]:
    """The Markdown that a line without mistakes asks for."""
    return table(asked.names, root) if asked.is_table else shown(read(root, asked.names[0]))


def shown(exercise: Exercise) -> list[str]:
    """The Markdown of an exercise."""
    head = [f"### {exercise.title} {{ #{exercise.anchor} }}", "", f"**{exercise.level}, {exercise.minutes} minutes**"]
    hint = [*exercise.hint.splitlines(), "", WHEN, *_solutions(exercise)]
    return ["", *head, "", *exercise.task.splitlines(), "", *_commands(exercise), "", *_folded("tip", "Hint", hint), ""]


def _commands(exercise: Exercise) -> list[str]:
    """How a learner copies the exercise, which never overwrites an answer, and runs its check."""
    copy = f"~/{exercise.name}"
    return ["```bash", f"test -e {copy} ||", f"    cp -r {exercise.folder} {copy}", f"cd {copy} && pytest", "```"]


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


def table(lessons: Iterable[str], root: Path) -> list[str]:
    """The Markdown of a table: a row for each lesson, a column for each level."""
    rows = ["", f"| lesson | {' | '.join(LEVELS)} |", f"|---|{'---|' * len(LEVELS)}"]
    for lesson in lessons:
        found = [read(root, name) for name in names(root) if name.startswith(f"{lesson}/")]
        cells = [_cell([one for one in found if one.level == level]) for level in LEVELS]
        rows.append(f"| [{_title(root, lesson)}]({lesson}.md) | {' | '.join(cells)} |")
    return [*rows, ""]


def _cell(exercises: list[Exercise]) -> str:
    links = (f"[{one.title}]({one.lesson}.md#{one.anchor}), {one.minutes}&nbsp;min" for one in exercises)
    return "<br>".join(links) or "none"


def _title(root: Path, lesson: str) -> str:
    """The heading of a lesson."""
    return front_matter.title(_text(root / "content" / "lessons" / f"{lesson}.md")) or lesson


class Exercises(Preprocessor):
    """Puts exercises, tables of them, or a message in place of the lines that ask for them."""

    def run(self, lines: list[str]) -> list[str]:
        """Replace, from the last to the first, so that the places of the others stay true."""
        for asked in reversed(scan("\n".join(lines))):
            new = self._in_place_of(asked)
            lines[asked.number : asked.number + 1] = [(asked.margin + line).rstrip() for line in new]
        return lines

    def _in_place_of(self, asked: Asked) -> list[str]:
        fences = self.md.preprocessors["exec_fences"]
        assert isinstance(fences, ExecFences)
        root = fences.root
        found = check(asked, place.get(Place()), root)
        if found:
            return ["", self.md.htmlStash.store(problem_html("This exercise cannot be shown", found)), ""]
        return in_place_of(asked, root)


class ExercisesExtension(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the check of the fences (27), which knows their lines, and before superfences (25)."""
        md.preprocessors.register(Exercises(md), "exercises", 26)


def makeExtension(**kwargs: Any) -> ExercisesExtension:
    """Python-Markdown's entry point."""
    return ExercisesExtension(**kwargs)
