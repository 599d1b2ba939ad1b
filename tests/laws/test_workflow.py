"""The workflow does what the README says, on Pythons that all pins support, and nothing that it needs no right for."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import Marker
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from slides.engine.deck import DOWNLOADS
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.runs.library import Library
from tests.support.pythons import needs
from tests.support.site import ROOT
from tests.support.small import SmallCourse

WORKFLOW = ROOT / ".github" / "workflows" / "course.yml"
TEXT = WORKFLOW.read_text(encoding="utf-8")
JOBS: dict[str, Any] = yaml.safe_load(TEXT)["jobs"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def commands(job: str) -> list[str]:
    """What the steps of a job run."""
    return [step["run"] for step in JOBS[job]["steps"] if "run" in step]


def pythons(job: str) -> list[str]:
    """The Pythons that a job sets up; the last one is the one that it calls `python3`."""
    [asked] = [
        step["with"]["python-version"] for step in JOBS[job]["steps"] if "python-version" in step.get("with", {})
    ]
    return list(JOBS[job]["strategy"]["matrix"]["python"]) if "matrix" in asked else asked.split()


def stand_in(version: str) -> Interpreter:
    """A Python such as the workflow sets up for a version like `3.14t`."""
    return Interpreter("", version.removesuffix("t") + ".0", "", version.endswith("t"), "", "")


def test_the_linter_for_workflows_finds_nothing() -> None:
    command = [str(Path(sys.executable).parent / "zizmor"), "--offline", "--persona=auditor", "--quiet", ".github"]
    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_every_action_is_pinned_by_its_commit_and_names_its_release() -> None:
    used = re.findall(r"uses: (.+)", TEXT)
    pinned = [action for action in used if re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)]
    assert used == pinned
    assert len({action.partition("@")[0] for action in used}) == len(set(used))


def test_nothing_may_be_written_but_the_site_and_by_the_last_job_alone() -> None:
    assert yaml.safe_load(TEXT)["permissions"] == {}
    granted = {name: job["permissions"] for name, job in JOBS.items()}
    assert granted == {
        "test": {"contents": "read"},
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_pull_requests_also_from_forks_are_tested_and_built_without_a_secret_and_not_published() -> None:
    assert "  pull_request:" in TEXT
    assert "secrets" not in TEXT
    assert [name for name, job in JOBS.items() if "if" in job] == ["deploy"]
    assert JOBS["deploy"]["if"] == "github.event_name == 'push' && !github.event.repository.fork"
    assert "branches: [main]" in TEXT


def test_only_what_was_tested_and_built_is_published() -> None:
    assert JOBS["deploy"]["needs"] == ["test", "build"]


def test_every_job_ends_some_time() -> None:
    assert all(job["timeout-minutes"] <= 40 for job in JOBS.values())


def test_the_tests_are_those_of_the_readme() -> None:
    assert commands("test") == [".ci/run"]


def test_the_build_begins_with_an_empty_cache() -> None:
    uses = [step for step in JOBS["build"]["steps"] if "uses" in step]
    assert [step for step in uses if "cache" in step["uses"] or "cache" in step.get("with", {})] == []
    assert "/.cache/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_the_build_has_all_history_so_that_pages_tell_when_they_last_changed() -> None:
    [checkout] = [step for step in JOBS["build"]["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"]["fetch-depth"] == 0


def test_the_build_takes_the_steps_of_the_readme() -> None:
    install, decks, site = commands("build")
    assert install.replace("'.[pdf]'", ".") in README
    assert decks == ".venv/bin/python -m slides --standalone --pdf"
    assert site == ".venv/bin/mkdocs build --strict"
    assert {option for option in decks.split() if option.startswith("--")} <= set(re.findall(r"--[a-z]+", README))


@needs("playwright")
def test_the_build_makes_everything_to_take_along(tmp_path: Path) -> None:
    decks = commands("build")[1]
    made = SmallCourse(tmp_path).python(*decks.split()[1:])
    assert made.returncode == 0, made.stderr
    assert {path.name for path in (tmp_path / "build/slides/greetings").iterdir()} >= {*DOWNLOADS}


def test_the_tests_run_on_every_python_from_the_oldest_that_is_supported_on_without_a_gap() -> None:
    oldest, *newer = (Version(python) for python in pythons("test"))
    assert f'requires-python = ">={oldest}"' in PROJECT
    assert [python.minor for python in newer] == [oldest.minor + 1 + n for n in range(len(newer))]


def test_no_pin_leaves_out_a_python_that_is_tested() -> None:
    left_out = [
        (python, name)
        for python in pythons("test")
        for name in sorted({*re.findall(r"^([\w-]+)==", PINS, re.MULTILINE)})
        if not any(holds(pin, python) for pin in re.findall(rf"^{name}==.+$", PINS, re.MULTILINE))
    ]
    assert left_out == []


def holds(pin: str, python: str) -> bool:
    """Whether a pin such as `name==1 ; python_full_version < '3.11.5'` is meant for a Python's newest release."""
    condition = pin.partition(" ; ")[2]
    given = {"python_full_version": f"{python}.99", "platform_python_implementation": "CPython"}
    return not condition or Marker(condition).evaluate(given)


def test_the_site_is_built_on_the_newest_python_and_shows_all_that_are_tested() -> None:
    gil = [python for python in pythons("build") if not python.endswith("t")]
    assert gil == pythons("test")
    assert pythons("build")[-1] == pythons("test")[-1]


def test_a_free_threaded_python_is_there_for_programs_that_ask_for_one() -> None:
    [free_threaded] = [python for python in pythons("build") if python.endswith("t")]
    assert Version(free_threaded.removesuffix("t")) >= Version("3.14")  # the first whose free threading is supported


@pytest.mark.parametrize("job", ["test", "build"])
def test_every_python_is_supported(job: str) -> None:
    [supported] = re.findall(r'requires-python = "(.+)"', PROJECT)
    assert all(Version(python.removesuffix("t")) in SpecifierSet(supported) for python in pythons(job))


def test_every_python_that_a_program_asks_for_is_set_up(library: Library) -> None:
    there = [stand_in(version) for version in pythons("build")]
    wishes = {wish for name in library.names() for wish in library.program(name).declaration.python}
    assert [wish for wish in sorted(wishes) if not any(python.meets(wish) for python in there)] == []


def test_newer_releases_of_the_actions_are_proposed() -> None:
    [update] = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert update["package-ecosystem"] == "github-actions"
