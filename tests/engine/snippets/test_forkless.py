"""About `predict_outputs` on a system that has no fork: there, too, every program is predicted."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import ROOT

HOME = ROOT / "snippets" / "threads_and_processes" / "exercise_predict_outputs"
FORKLESS = 'import multiprocessing\n\nmultiprocessing.get_all_start_methods = lambda: ["spawn"]\n'
MISTAKES = {  # in place of a line of the solution, another one, and what is told
    "tickets": ("office: 3", "office: 1", "tickets(): the third line you wrote is not what the program prints"),
    "diary": ("mother We", "mother Tu", "diary(): the third line you wrote is not what the program prints"),
}


def checked(folder: Path, answer: str) -> subprocess.CompletedProcess[str]:
    """Run the check of an answer where nothing can be forked."""
    home = folder / "predict_outputs"
    shutil.copytree(HOME, home, ignore=shutil.ignore_patterns("*_wrong_*", "*_right_*", "*_solution*", "__pycache__"))
    (home / "conftest.py").write_text(FORKLESS, encoding="utf-8")
    (home / "predict_outputs.py").write_text(answer, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q"]
    return subprocess.run(command, cwd=home, capture_output=True, text=True, check=False, timeout=100)


def test_without_fork_no_prediction_is_left_out(tmp_path: Path) -> None:
    run = checked(tmp_path, (HOME / "predict_outputs_solution.py").read_text(encoding="utf-8"))
    assert run.returncode == 0, run.stdout
    assert "8 passed" in run.stdout
    assert "skipped" not in run.stdout


@pytest.mark.parametrize("name", MISTAKES)
def test_without_fork_a_mistake_is_told(name: str, tmp_path: Path) -> None:
    line, mistake, told = MISTAKES[name]
    solution = (HOME / "predict_outputs_solution.py").read_text(encoding="utf-8")
    assert solution.count(line) == 1
    run = checked(tmp_path, solution.replace(line, mistake))
    assert run.returncode == 1, run.stdout
    assert told in run.stdout
