"""A record tells what is wrong with its runs, and which of them do not show what they should."""

from dataclasses import replace
from pathlib import Path

import pytest

from snippets.engine.process.run import Run
from snippets.engine.program.declaration import Declaration
from snippets.engine.program.program import Program
from snippets.engine.runs.record import Edition, Record, ends_as_declared


def record(declaration: Declaration, *runs: Run) -> Record:
    """A program's record, with an edition for each run."""
    program = Program(Path("p.py"), "lesson/p.py", "", declaration, {}, "")
    return Record(program, tuple(Edition(run.python, (run,)) for run in runs))


def one(ended: str = "ok", python: str = "3.13.0", output: str = "") -> Run:
    """A run that ended so."""
    return Run(output, ended, 1.0, 1.0, python, "Linux x86_64, 2 cores", (0.1,) * output.count("\n"))


BY_VERSION = Declaration(ends=(("<3.14", "ok"), (">=3.14", "exit 1")))


def test_a_program_may_end_otherwise_on_another_python() -> None:
    assert record(BY_VERSION, one(), one("exit 1", "3.14.0")).problem() is None


@pytest.mark.parametrize(
    ("python", "ended", "what"),
    [
        ("3.13.0", "exit 1", "It ended with 'exit 1' on Python 3.13.0 and declares 'ok'."),
        ("3.14.0", "ok", "It ended with 'ok' on Python 3.14.0 and declares 'exit 1'."),
        ("2.7.18", "ok", ""),
    ],
)
def test_an_ending_that_is_declared_for_another_python_is_told(python: str, ended: str, what: str) -> None:
    problem = record(BY_VERSION, one(ended, python)).problem()
    assert (problem.what if problem else "") == what


def test_a_python_without_a_declared_ending_is_told() -> None:
    problem = record(Declaration(ends=(("3.11", "ok"), ("3.12", "ok"))), one()).problem()
    assert problem is not None
    assert problem.what == "It ended with 'ok' on Python 3.13.0 and declares nothing for that."


def test_a_number_that_is_not_named_is_told_with_what_was_printed() -> None:
    problem = record(Declaration(shows="two > one and three"), one(output="one: 1\n")).problem()
    assert str(problem) == (
        "snippets/lesson/p.py:1: It has to show 'two > one and three', and names no three and no two. "
        "Mend it, or declare it. It printed:\n    one: 1"
    )


def test_a_run_that_does_not_show_what_it_should_is_no_mistake_and_is_told_to_readers() -> None:
    declared = Declaration(shows="two > one")
    output = "one: 1\ntwo: 1\n"
    found = record(declared, one(output=output), replace(one(output=output), tries=4, is_shown=False, load=6.25))
    assert found.problem() is None
    assert found.unshown == [
        "This machine was too busy to show it: two > one did not hold in 4 tries "
        "(Python 3.13.0; load 6.25 on Linux x86_64, 2 cores)."
    ]


@pytest.mark.parametrize(("interrupt", "told"), [("ready", "'ready'"), (2.5, "2.5 s")])
def test_a_run_that_was_over_before_it_was_interrupted_is_a_mistake_and_not_kept(
    interrupt: str | float, told: str
) -> None:
    declared = Declaration(interrupt=interrupt)
    problem = record(declared, one()).problem()
    assert problem is not None
    assert problem.what == f"It ended with 'ok' on Python 3.13.0 before Ctrl-C was pressed: there was no {told}."
    assert not ends_as_declared(declared, one())
    assert ends_as_declared(declared, replace(one(), interrupted=0.5))
    assert record(declared, replace(one(), interrupted=0.5)).problem() is None
