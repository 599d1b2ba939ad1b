"""Law 3: every check fails on the starter and on each wrong answer, in words that help, and passes on the right ones.

An exercise is a folder `snippets/<lesson>/exercise_<name>/` that stands by itself. Here it is copied away, an answer is
put in the place of the starter, and plain `pytest` runs there, as it does for a learner. CI judges all answers, an
author's machine some of each exercise. And every exercise is shown in its lesson, with its solutions folded into its
hint.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from configparser import ConfigParser
from dataclasses import dataclass
from pathlib import Path

import pytest

from content.engine.course.exercise import FIRST_LINE
from content.engine.fence.scan import asked_in
from tests.support.course import COURSES, Course, each, each_course, every
from tests.support.sample import IN_CI, sample
from tests.support.site import ROOT, Built, text_of, with_class

LEFT_BY_TOOLS = {"__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
SAYS = "The check says: "  # in a wrong answer's docstring: what its learner is told
INTERNALS = ("site-packages", "lib/python", "conftest.py", "Traceback", "object at 0x")
MOST_LINES = 12  # of what a learner is told about one failure
ORDERS = ROOT / "snippets" / "engine" / "orders"  # some exercises carry a copy
VARIANTS = 3  # solutions that a project has
STEP = "<!-- step, 5 minutes -->"  # how the hint of a five-minute step begins, whose name begins with `mend_`
LEAST_WRONG = 3  # answers that a step stores
WRONG, RIGHT = 20, 12  # answers of a course, besides its starters, that are judged outside CI
AT_ONCE = 3 if IN_CI else 1  # times that a right one is judged
MOST_OF_STEP = 30  # lines of what is to be mended


def docstring(path: Path) -> str:
    """What a program says of itself at its top."""
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


@dataclass(frozen=True)
class Exercise:
    """A folder of an exercise."""

    folder: Path

    @property
    def name(self) -> str:
        """Its name, which is that of the file that the learner fills in."""
        return self.folder.name.removeprefix("exercise_")

    @property
    def lesson(self) -> str:
        """The lesson that it belongs to."""
        return self.folder.parent.name

    def __str__(self) -> str:
        return f"{self.lesson}/{self.name}"

    @property
    def starter(self) -> Path:
        """The file that the learner fills in."""
        return self.folder / f"{self.name}.py"

    @property
    def check(self) -> Path:
        """The tests that the learner runs."""
        return self.folder / f"test_{self.name}.py"

    @property
    def tries_all_orders(self) -> bool:
        """Whether its check tries all orders of steps, which `conftest.py` does for it."""
        return "in_every_order" in self.check.read_text(encoding="utf-8")

    @property
    def is_step(self) -> bool:
        """Whether it is a five-minute step, which stands in the middle of its lesson."""
        hint = self.folder / "hint.md"
        return hint.is_file() and hint.read_text(encoding="utf-8").startswith("<!-- step,")

    def answers(self, kind: str) -> list[Path]:
        """The stored answers: those of the kind `solution`, which are shown, `right`, which are not, or `wrong`."""
        return sorted(self.folder.glob(f"{self.name}_{kind}*.py"))

    def right_answers(self) -> list[Path]:
        """All that its check has to accept."""
        return [*self.answers("solution"), *self.answers("right")]

    def files(self) -> set[Path]:
        """Its files, without what tools leave behind."""
        return {path for path in self.folder.rglob("*") if path.is_file() and not LEFT_BY_TOOLS & {*path.parts}}

    def problems(self) -> Iterator[str]:
        """What is missing or odd in the folder."""
        needed = {self.starter, self.check, self.folder / "hint.md", self.folder / "pytest.ini"}
        if self.check in self.files() and self.tries_all_orders:
            needed.add(self.folder / "conftest.py")
        missing = needed - self.files()
        yield from (f"{path.name} is missing" for path in sorted(missing))
        if missing:
            return
        yield from (
            f"there is no {self.name}_{kind}… answer" for kind in ("solution", "wrong") if not self.answers(kind)
        )
        yield from self._odd_files(needed | {*self.right_answers(), *self.answers("wrong")})
        yield from self._odd_texts()

    def _odd_files(self, known: set[Path]) -> Iterator[str]:
        """Files that neither the pattern nor task nor check speaks of."""
        code = self.starter.read_text(encoding="utf-8") + self.check.read_text(encoding="utf-8")
        for path in sorted(self.files() - known):
            is_of_orders = path.parent == self.folder / "orders" and (ORDERS / path.name).is_file()
            if not is_of_orders and not re.search(rf"(?<![\w.-]){re.escape(path.name)}\b", code):
                yield f"{path.relative_to(self.folder)} is a stray file"
        if not (self.folder.parents[1].parent / "content" / "lessons" / f"{self.lesson}.md").is_file():
            yield f"there is no lesson {self.lesson}"

    def _odd_texts(self) -> Iterator[str]:
        """Rules for what the files say."""
        check, ini = self.check.read_text(encoding="utf-8"), ConfigParser()
        ini.read(self.folder / "pytest.ini", encoding="utf-8")
        options, plugins = ini["pytest"].get("addopts", ""), ini["pytest"].get("required_plugins", "")
        if "TODO" not in self.starter.read_text(encoding="utf-8"):
            yield f"{self.starter.name} says nowhere TODO"
        for path in self.answers("wrong"):
            if SAYS not in docstring(path):
                yield f"{path.name} does not tell in its docstring: {SAYS}…"
        hint = (self.folder / "hint.md").read_text(encoding="utf-8")
        first = FIRST_LINE.match(hint)
        if not first:
            yield "hint.md does not begin with such as <!-- medium, 20 minutes -->"
        if not hint[first.end() if first else 0 :].strip():
            yield "hint.md gives no hint"
        if self.is_step:
            yield from self._odd_step(hint)
        if self.lesson == "exercises" and len(self.answers("solution")) != VARIANTS:
            yield f"a project has {VARIANTS} solutions, it has {len(self.answers('solution'))}"
        if re.search(r"\btime\.sleep\(|\bimport sleep\b", check):
            yield f"{self.check.name} sleeps"
        ends_itself = any((self.folder / name).is_file() for name in ("stuck.py", "conftest.py"))
        most = 300 if ends_itself else 20  # with one of these, what a run does ends it, not its time
        if not 0 < ini["pytest"].getint("timeout", 0) <= most or "pytest-timeout" not in plugins:
            yield f"pytest.ini sets no time-out of at most {most} s"
        if "-x" not in options.split():
            yield "pytest.ini does not stop at the first failure (-x)"

    def _odd_step(self, hint: str) -> Iterator[str]:
        """Rules for a step: it is small, and so is what it asks for."""
        if not hint.startswith(STEP) or not self.name.startswith("mend_"):
            yield f"a step is called mend_…, and its hint begins with {STEP}"
        if len(self.starter.read_text(encoding="utf-8").splitlines()) > MOST_OF_STEP:
            yield f"{self.starter.name} has more than {MOST_OF_STEP} lines, which is no step"
        if len(self.answers("wrong")) < LEAST_WRONG:
            yield f"a step has {LEAST_WRONG} wrong answers at the least, it has {len(self.answers('wrong'))}"


@dataclass(frozen=True)
class Answer:
    """A file that a learner may have written."""

    exercise: Exercise
    path: Path

    def __str__(self) -> str:
        kind = self.path.stem.removeprefix(self.exercise.name).removeprefix("_") or "starter"
        return f"{self.exercise}:{kind}"


@dataclass(frozen=True)
class Verdict:
    """What plain `pytest` made of an answer."""

    status: int
    output: str

    @property
    def counts(self) -> dict[str, int]:
        """How many tests passed, failed, were skipped and so on, from the last line."""
        last = self.output.rstrip().rpartition("\n")[2]
        return {word: int(number) for number, word in re.findall(r"(\d+) ([a-z]+)", last.partition(" in ")[0])}

    @property
    def told(self) -> list[str]:
        """What the learner is told about the failure, line by line."""
        _, _, rest = self.output.partition(" FAILURES ")
        return rest.partition(" short test summary info ")[0].splitlines()[2:-1]


def exercises(course: Course) -> list[Exercise]:
    """The exercises of a course."""
    return [Exercise(folder) for folder in sorted(course.root.glob("snippets/*/exercise_*"))]


def failing(course: Course) -> list[Answer]:
    """The answers that the checks of a course have to refuse: starters and wrong ones."""
    wrong = [Answer(one, path) for one in exercises(course) for path in one.answers("wrong")]
    return [*(Answer(one, one.starter) for one in exercises(course)), *sample(wrong, WRONG)]


def right(course: Course) -> list[Answer]:
    """The answers that the checks of a course have to accept."""
    return sample([Answer(one, path) for one in exercises(course) for path in one.right_answers()], RIGHT)


EXERCISES = [exercise for course in COURSES for exercise in exercises(course)]


def judged(answer: Answer, place: Path) -> Verdict:
    """Copy the exercise away, put the answer in the place of the starter, and run plain `pytest`."""
    copy = place / answer.exercise.folder.name
    shutil.copytree(answer.exercise.folder, copy, ignore=shutil.ignore_patterns(*LEFT_BY_TOOLS), dirs_exist_ok=True)
    shutil.copyfile(answer.path, copy / answer.exercise.starter.name)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PY", "COV_", "COLUMNS"))}
    clean["PYTEST_DEBUG_TEMPROOT"] = str(place)  # it tidies up there, and complains if another pytest does so, too
    run = subprocess.run(
        [sys.executable, "-m", "pytest"], cwd=copy, env=clean, capture_output=True, text=True, check=False, timeout=400
    )
    return Verdict(run.returncode, run.stdout + run.stderr)


def unhelpful(verdict: Verdict, answer: Answer) -> Iterator[str]:
    """Why the words of a failure do not help the learner who wrote this answer."""
    told, lines = "\n".join(verdict.told), answer.path.read_text(encoding="utf-8").splitlines()
    yield from (f"it shows internals: {word}" for word in INTERNALS if word in verdict.output)
    if not 0 < len(verdict.told) <= MOST_LINES:
        yield f"it tells {len(verdict.told)} lines"
    quoted = re.findall(r"line (\d+): (.+)", told)
    yield from (f"line {at} does not read: {text}" for at, text in quoted if lines[int(at) - 1].strip() != text)
    nodes = list(ast.walk(ast.parse("\n".join(lines))))
    names = {node.name for node in nodes if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)}
    names |= {node.id for node in nodes if isinstance(node, ast.Name) and node.id.isupper()}
    is_named = any(name in told for name in names)
    if answer.exercise.tries_all_orders and not quoted and not (is_named and answer.exercise.is_step):
        yield "it quotes no line of the answer"  # of which a step has ten
    elif not answer.exercise.tries_all_orders and not is_named:
        yield "it names nothing of the answer"


@pytest.mark.timeout(500)  # it says nothing of an answer: checks end by themselves, and later on a busy computer
@every("answer", failing)
def test_the_check_refuses_it_in_words_that_help(answer: Answer, tmp_path: Path) -> None:
    verdict = judged(answer, tmp_path)
    assert verdict.status == 1, verdict.output
    assert verdict.counts.keys() <= {"passed", "failed"}, verdict.output
    problems = list(unhelpful(verdict, answer))
    assert not problems, f"{problems} in {verdict.output}"
    if answer.path != answer.exercise.starter:
        says = docstring(answer.path).partition(SAYS)[2].splitlines()[0]
        assert says in "\n".join(verdict.told), verdict.output


@pytest.mark.timeout(500)
@every("answer", right)
def test_the_check_accepts_a_right_answer_also_several_times_at_once(answer: Answer, tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        verdicts = list(pool.map(judged, [answer] * AT_ONCE, [tmp_path / f"{number}" for number in range(AT_ONCE)]))
    for verdict in verdicts:
        assert verdict.status == 0, verdict.output
        assert verdict.counts.keys() == {"passed"}, verdict.output


@every("exercise", exercises)
def test_its_folder_has_all_it_needs_and_nothing_else(exercise: Exercise) -> None:
    assert not list(exercise.problems())


@each_course
def test_no_two_exercises_have_the_same_name(course: Course) -> None:
    names = [exercise.name for exercise in exercises(course)]
    assert sorted(names) == sorted(set(names))


@each_course
def test_every_exercise_is_shown_once_in_its_lesson(course: Course) -> None:
    shown = [
        (path.stem, name)
        for path in (course.root / "content" / "lessons").glob("*.md")
        for asked in asked_in(path.read_text(encoding="utf-8"))
        if asked.name == "exercise"
        for name in asked.rest.split()
    ]
    there = [(one.lesson, str(one)) for one in exercises(course)]
    assert sorted(shown) == sorted(there)


@each_course
def test_steps_stand_in_the_first_half_of_their_lesson(course: Course) -> None:
    steps = {str(one) for one in exercises(course) if one.is_step}
    for path in (course.root / "content" / "lessons").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        sections = [number for number, line in enumerate(text.splitlines()) if line.startswith("## ")]
        asked = [one for one in asked_in(text) if one.name == "exercise" and one.rest in steps]
        late = [one.rest for one in asked if sum(at < one.number for at in sections) > len(sections) / 2]
        assert not late, f"{path.name}: move it up, below the section that explains its mistake: {late}"


@each_course
def test_the_hub_lists_the_exercises_of_every_lesson(course: Course) -> None:
    hub = course.text(f"content/{course.hub}")
    listed = [lesson for asked in asked_in(hub) if asked.name == "exercises" for lesson in asked.rest.split(" | ")]
    assert sorted(listed) == sorted({one.lesson for one in exercises(course)})


@each("exercise", exercises)
def test_its_solutions_are_on_the_page_word_for_word_folded_into_the_hint(exercise: Exercise, built: Built) -> None:
    page = built.site.page(f"lessons/{exercise.lesson}")
    hints = with_class(page, "tip")
    folds = [fold for hint in hints for fold in with_class(hint, "success")]
    assert not [fold for fold in (*hints, *folds) if "open" in fold.attrib]
    shown = {text_of(with_class(fold, "filename")[0]): text_of(with_class(fold, "highlight")[0]) for fold in folds}
    for path in exercise.answers("solution"):
        assert shown[path.name] == path.name + path.read_text(encoding="utf-8")


def test_all_orders_are_tried_by_the_same_code_in_every_exercise() -> None:
    """About this course alone, which has such exercises."""
    copies = {path.read_bytes() for path in ROOT.glob("snippets/*/exercise_*/conftest.py")}
    assert len(copies) == 1


def test_threads_take_turns_by_the_same_code_in_every_exercise() -> None:
    """About this course alone, which has such exercises."""
    copies = {path.read_bytes() for path in ROOT.glob("snippets/*/exercise_*/turns.py")}
    assert len(copies) == 1


def test_scripts_are_run_by_the_same_code_in_every_step_that_has_one() -> None:
    """About this course alone, which has such steps."""
    copies = {path.read_bytes() for path in ROOT.glob("snippets/*/exercise_*/script.py")}
    assert len(copies) == 1


@pytest.mark.parametrize("name", ["stuck.py", "watched.py", "telling.py", "called.py"])
def test_processes_are_watched_by_the_same_code_in_every_exercise(name: str) -> None:
    """About this course alone, which has such exercises."""
    copies = [path.read_bytes() for path in ROOT.glob(f"snippets/*/exercise_*/{name}")]
    assert len(copies) > 1
    assert len({*copies}) == 1


@pytest.mark.parametrize("name", ["play.py", "stage.py"])
def test_processes_are_held_by_the_same_code_in_every_exercise(name: str) -> None:
    """About this course alone, which has such exercises."""
    copies = {path.read_bytes() for path in ROOT.glob(f"snippets/*/exercise_*/{name}")}
    assert len(copies) == 1


def test_the_orders_of_steps_are_run_by_the_same_code_in_every_exercise_that_carries_it() -> None:
    """About this course alone, whose engine it is."""
    carriers = sorted(ROOT.glob("snippets/*/exercise_*/orders"))
    assert carriers
    ours = {path.name: path.read_bytes() for path in ORDERS.glob("*.py")}
    for carrier in carriers:
        assert {path.name: path.read_bytes() for path in carrier.glob("*.py")} == ours, carrier


def test_on_a_system_without_fork_the_check_that_runs_orders_says_what_is_missing_in_one_line(tmp_path: Path) -> None:
    """About this course alone, which has such an exercise."""
    folder = ROOT / "snippets" / "locks" / "exercise_unlucky_order"
    exercise = Exercise(tmp_path / folder.name)
    shutil.copytree(folder, exercise.folder, ignore=shutil.ignore_patterns(*LEFT_BY_TOOLS))
    like_windows = "import os, sys\n\ndel os.fork\nsys.modules.update(dict.fromkeys(('resource', 'fcntl')))\n"
    (exercise.folder / "conftest.py").write_text(like_windows, encoding="utf-8")
    verdict = judged(Answer(exercise, exercise.answers("solution")[0]), tmp_path / "copy")
    assert verdict.status == 1, verdict.output
    assert len(verdict.told) == 1, verdict.output
    assert "os.fork()" in verdict.told[0]


def copy_of(name: str, place: Path) -> Exercise:
    """An exercise of the lesson on locks, in a course of its own."""
    (place / "content" / "lessons").mkdir(parents=True)
    (place / "content" / "lessons" / "locks.md").touch()
    folder = place / "snippets" / "locks" / f"exercise_{name}"
    shutil.copytree(ROOT / folder.relative_to(place), folder)
    return Exercise(folder)


@pytest.fixture
def copied(tmp_path: Path) -> Exercise:
    """An exercise that a test may break."""
    return copy_of("safe_account", tmp_path)


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a piece of text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


BROKEN: dict[str, Callable[[Exercise], object]] = {
    "hint.md is missing": lambda it: (it.folder / "hint.md").unlink(),
    "there is no safe_account_wrong… answer": lambda it: [*map(os.unlink, it.answers("wrong"))],
    "notes.txt is a stray file": lambda it: (it.folder / "notes.txt").touch(),
    "helper.py is a stray file": lambda it: (it.folder / "helper.py").touch(),
    "safe_account_rigth_queue.py is a stray file": lambda it: (it.folder / "safe_account_rigth_queue.py").touch(),
    "there is no lesson locks": lambda it: (it.folder.parents[2] / "content/lessons/locks.md").unlink(),
    "safe_account.py says nowhere TODO": lambda it: rewrite(it.starter, "TODO", "Do"),
    "safe_account_wrong_no_lock.py does not tell in its docstring: The check says: …": lambda it: rewrite(
        it.folder / "safe_account_wrong_no_lock.py", SAYS, ""
    ),
    "hint.md gives no hint": lambda it: (it.folder / "hint.md").write_text("<!-- easy, 10 minutes -->\n"),
    "hint.md does not begin with such as <!-- medium, 20 minutes -->": lambda it: rewrite(
        it.folder / "hint.md", "<!-- easy", "<!-- simple"
    ),
    "test_safe_account.py sleeps": lambda it: rewrite(it.check, "import Any\n", "import Any\ntime.sleep(1)\n"),
    "pytest.ini sets no time-out of at most 300 s": lambda it: rewrite(it.folder / "pytest.ini", "timeout = 300", ""),
    "pytest.ini does not stop at the first failure (-x)": lambda it: rewrite(it.folder / "pytest.ini", "-x ", ""),
    "conftest.py is missing": lambda it: (it.folder / "conftest.py").unlink(),
}


@pytest.mark.parametrize("problem", BROKEN)
def test_a_folder_with_a_problem_is_noticed(problem: str, copied: Exercise) -> None:
    BROKEN[problem](copied)
    assert list(copied.problems()) == [problem]


def test_a_file_that_the_check_names_and_a_right_answer_may_stand_beside_it(copied: Exercise) -> None:
    for name in ("helper.py", "safe_account_right_queue.py"):
        (copied.folder / name).touch()
    copied.check.write_text(copied.check.read_text(encoding="utf-8") + "# needs helper.py\n", encoding="utf-8")
    assert not list(copied.problems())


def test_a_step_that_is_too_large_or_has_few_wrong_answers_or_another_name_is_noticed(tmp_path: Path) -> None:
    step = copy_of("mend_last_seat", tmp_path / "step")
    assert not list(step.problems())
    for path in step.answers("wrong")[2:]:
        path.unlink()
    step.starter.write_text(step.starter.read_text(encoding="utf-8") + "\n" * MOST_OF_STEP, encoding="utf-8")
    assert list(step.problems()) == [
        "mend_last_seat.py has more than 30 lines, which is no step",
        "a step has 3 wrong answers at the least, it has 2",
    ]
    other = copy_of("safe_account", tmp_path / "other")
    rewrite(other.folder / "hint.md", "<!-- easy, 10", "<!-- step, 5")
    assert list(other.problems()) == [f"a step is called mend_…, and its hint begins with {STEP}"]


def test_a_project_with_one_solution_is_noticed(copied: Exercise) -> None:
    (copied.folder.parents[2] / "content" / "lessons" / "exercises.md").touch()
    project = copied.folder.parents[1] / "exercises" / copied.folder.name
    shutil.copytree(copied.folder, project)
    assert list(Exercise(project).problems()) == ["a project has 3 solutions, it has 1"]


def test_a_skipped_test_is_not_a_pass(copied: Exercise, tmp_path: Path) -> None:
    rewrite(copied.folder / "conftest.py", "    return try_all\n", '    pytest.skip("no orders")\n')
    verdict = judged(Answer(copied, copied.answers("solution")[0]), tmp_path / "copy")
    assert verdict.status == 0
    assert verdict.counts.keys() == {"skipped"}


def test_a_dump_of_the_tool_does_not_help(copied: Exercise, tmp_path: Path) -> None:
    rewrite(copied.folder / "conftest.py", "pytest.fail(told, pytrace=False)", "raise AssertionError")
    answer = Answer(copied, copied.starter)
    problems = set(unhelpful(judged(answer, tmp_path / "copy"), answer))
    assert {"it shows internals: conftest.py", "it quotes no line of the answer"} <= problems
