"""`python -m snippets`: lists, runs and shows the programs of the course."""

import subprocess
import sys

from snippets.library import library_of
from tests.site import ROOT

PROGRAM = "creating_threads/start_and_join.py"
FORGOTTEN = "creating_threads/subclass.py"  # another, as tests run beside each other


def snippets(*words: str) -> subprocess.CompletedProcess[str]:
    """Call the command with these words."""
    command = [sys.executable, "-m", "snippets", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)


def test_list_names_every_program() -> None:
    listed = snippets("list")
    assert [line.split()[-1] for line in listed.stdout.splitlines()] == library_of(ROOT).names()


def test_run_with_fresh_runs_again_and_tells_how_it_goes_on() -> None:
    ran = snippets("run", FORGOTTEN, "--fresh", "--timings", "--jobs", "1")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.splitlines() == [f"[0/1] running {FORGOTTEN}"]
    assert ran.stdout.endswith(f" s  {FORGOTTEN}\n")


def test_run_with_changed_leaves_what_is_kept() -> None:
    assert snippets("run", PROGRAM).returncode == 0
    assert snippets("run", PROGRAM, "--changed").stderr == ""


def test_show_prints_the_output_and_below_it_how_the_run_ended() -> None:
    output = library_of(ROOT).record(PROGRAM).runs[0].output
    shown = snippets("show", PROGRAM).stdout
    assert shown.startswith(f"{output}--- ok · ")


def test_a_name_that_no_program_has_is_told_with_the_near_ones() -> None:
    failed = snippets("show", "creating_threads/start_and_joi.py")
    assert failed.returncode == 1
    assert "There is no program snippets/creating_threads/start_and_joi.py. Did you mean" in failed.stderr
