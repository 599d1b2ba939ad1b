"""The linter and the type checker are part of the tests."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from content.engine.new import starter
from tests.engine.content.test_starter import TITLE
from tests.laws.test_every_exercise import EXERCISES
from tests.support.pythons import needs
from tests.support.site import ROOT

FOLDERS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["files"]


def tool(*command: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a tool in the folder of the course, with `given` in its environment."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize("command", ["ruff check", "ruff format --check"])
def test_the_code_is_clean(command: str) -> None:
    linted = tool(*command.split())
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_nothing_silences_the_linter_or_the_type_checker() -> None:
    silencing = re.compile(r"#\s*(?:type:\s*ignore|noqa|mypy:|fmt:\s*(?:off|skip))")
    lines = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if silencing.search(line)
    ]
    assert not lines, "say it in a form that needs no silencing:\n" + "\n".join(lines)


def test_no_function_of_a_program_that_teaches_has_type_hints() -> None:
    """Readers need not know them; what they need to know of those of exercises, the first lesson says."""
    hinted = re.compile(r"^ *(?:async )?def .*(?:->|\(.*\w: ?\w)", re.MULTILINE)
    programs = [path for path in sorted(ROOT.glob("snippets/*/*.py")) if path.parent.name != "engine"]
    assert [str(path) for path in programs if hinted.search(path.read_text(encoding="utf-8"))] == []


def of_exercises() -> list[Path]:
    """The checks and the solutions of all exercises, each of which is typed with the starter that it imports."""
    files = [path for one in EXERCISES for path in (one.check, *one.answers("solution"))]
    return files + [*ROOT.glob("snippets/*/exercise_*/conftest.py")][:1]  # they are all the same


def of_new_lesson(folder: Path) -> list[Path]:
    """The code that a lesson begins with, written into a folder."""
    code = {name: text for name, text in starter.texts("timers", TITLE).items() if name.endswith(".py")}
    for name, text in code.items():
        (folder / Path(name).name).write_text(text, encoding="utf-8")
    return [folder / Path(name).name for name in code]


@needs("mypy")
def test_all_code_is_typed_also_that_of_exercises_and_of_a_new_lesson(tmp_path: Path) -> None:
    more = [*of_exercises(), *of_new_lesson(tmp_path)]
    places = os.pathsep.join(str(exercise.folder) for exercise in EXERCISES)
    typed = tool("mypy", *FOLDERS, *map(str, more), MYPYPATH=places)  # once, since it takes longest of all
    assert typed.returncode == 0, typed.stdout + typed.stderr
    assert len(more) > len(EXERCISES)
