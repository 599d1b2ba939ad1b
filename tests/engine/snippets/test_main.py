"""`python -m snippets`: lists, runs and shows the programs of the course."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.small import environment

HELLO = '"""Greet."""\n\nprint("hello")\n'
Call = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def snippets(tmp_path: Path) -> Call:
    """Calls the command in a course of its own, since it changes what is kept; the site shows that of the real one."""
    (tmp_path / "snippets" / "greetings").mkdir(parents=True)
    for name in ("morning", "evening"):
        (tmp_path / "snippets" / "greetings" / f"{name}.py").write_text(HELLO, encoding="utf-8")

    def call(*words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "snippets", *words]
        return subprocess.run(
            command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False, timeout=60
        )

    return call


def test_list_names_every_program_and_says_whether_its_run_is_kept(snippets: Call) -> None:
    assert snippets("run", "greetings/morning.py").returncode == 0
    listed = [line.split() for line in snippets("list").stdout.splitlines()]
    assert [line[-2:] for line in listed] == [["changed", "greetings/evening.py"], ["kept", "greetings/morning.py"]]
    assert [line[0] == "-" for line in listed] == [True, False]


def test_run_with_fresh_runs_again_and_tells_how_it_goes_on(snippets: Call) -> None:
    for _ in range(2):
        ran = snippets("run", "greetings/evening.py", "--fresh", "--timings", "--jobs", "1")
        assert ran.returncode == 0, ran.stderr
        assert ran.stderr.splitlines() == ["[0/1] running greetings/evening.py"]
        assert ran.stdout.endswith(" s  greetings/evening.py\n")


def test_run_with_changed_leaves_what_is_kept(snippets: Call) -> None:
    assert snippets("run", "greetings/morning.py").returncode == 0
    assert snippets("run", "greetings/morning.py", "--changed").stderr == ""
    ran = snippets("run", "greetings", "--changed", "--timings")
    assert ran.stderr == "[0/1] running greetings/evening.py\n"
    assert [line.split()[-1] for line in ran.stdout.splitlines()] == ["greetings/evening.py"]


def test_show_prints_the_output_and_below_it_how_the_run_ended(snippets: Call) -> None:
    assert snippets("show", "greetings/morning.py").stdout.startswith("hello\n--- ok · ")


def test_a_name_that_no_program_has_is_told_with_the_near_ones(snippets: Call) -> None:
    failed = snippets("show", "greetings/mornin.py")
    assert failed.returncode == 1
    assert failed.stderr == (
        "Error: There is no program snippets/greetings/mornin.py. "
        "Did you mean greetings/morning.py or greetings/evening.py?\n"
    )


def test_list_names_all_programs_also_where_one_declares_wrongly(snippets: Call, tmp_path: Path) -> None:
    (tmp_path / "snippets" / "greetings" / "noon.py").write_text("# /// run\n# tiemout = 2\n# ///\n", encoding="utf-8")
    listed = snippets("list")
    assert listed.returncode == 1
    assert [line.split()[-2:] for line in listed.stdout.splitlines()] == [
        ["changed", "greetings/evening.py"],
        ["changed", "greetings/morning.py"],
        ["wrong", "greetings/noon.py"],
    ]
    assert "snippets/greetings/noon.py:2: Unknown declaration 'tiemout'. Did you mean timeout?" in listed.stderr
