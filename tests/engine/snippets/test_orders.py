"""The orders of a program are run once, kept, and told of where they cannot be."""

from pathlib import Path
from typing import Any

import pytest

from snippets.engine.process import exploring
from snippets.engine.process.exploring import explored
from snippets.engine.runs import orders
from snippets.engine.runs.library import Library
from tests.support.small import SmallCourse

TWO = """\
import threading

sold = 0

def sell():
    global sold
    sold += 1

desks = [threading.Thread(target=sell) for _ in range(2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()

# /// run
# steps = ["sell"]
# shared = ["sold"]
# ///
"""
NAME = "greetings/hello.py"


@pytest.fixture
def course(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write(f"snippets/{NAME}", TWO)
    return course


def another(course: SmallCourse) -> Library:
    """A library that remembers nothing, as that of the next build."""
    return Library(course.root / "snippets", course.library.cache)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The programs that are explored from now on."""
    ran: list[Path] = []

    def explore(path: Path, *rest: Any) -> Any:
        ran.append(path)
        return explored(path, *rest)

    monkeypatch.setattr(exploring, "explored", explore)
    return ran


def test_a_program_that_steps_nothing_has_no_orders(tmp_path: Path) -> None:
    assert SmallCourse(tmp_path).library.record(NAME).orders is None


def test_the_orders_of_a_program_are_counted(course: SmallCourse) -> None:
    found = course.library.record(NAME).orders
    assert found
    assert found.count == 20
    assert found.problem(course.library.program(NAME)) is None


def test_orders_are_kept_for_the_next_build_and_run_anew_when_the_program_changes(
    course: SmallCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = course.library.record(NAME).orders
    ran = counted(monkeypatch)
    assert another(course).record(NAME).orders == first
    assert ran == []
    course.write(f"snippets/{NAME}", TWO.replace("range(2)", "range(1)"))
    changed = another(course).record(NAME).orders
    assert changed
    assert (changed.count, len(ran)) == (1, 1)


def test_forgotten_orders_are_run_anew(course: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    course.library.record(NAME)
    ran = counted(monkeypatch)
    course.library.forget([NAME])
    course.library.record(NAME)
    assert len(ran) == 1


def test_a_step_that_is_no_function_is_a_problem_of_the_program(course: SmallCourse) -> None:
    course.write(f"snippets/{NAME}", TWO.replace('["sell"]', '["sel"]'))
    problem = course.library.record(NAME).problem()
    assert str(problem) == f"snippets/{NAME}:1: It has no function 'sel' to step. Known: sell."


def test_a_graph_that_is_too_large_is_a_problem(course: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "MOST", 500)
    problem = course.library.record(NAME).problem()
    assert problem
    assert "bytes, more than 500. Step fewer functions" in str(problem)


def test_a_machine_that_runs_nothing_of_it_has_orders_without_a_graph(course: SmallCourse) -> None:
    course.write(f"snippets/{NAME}", TWO.replace("# steps", '# python = ["==3.1"]\n# steps'))
    found = course.library.record(NAME).orders
    assert found
    assert (found.count, dict(found.graph)) == (0, {})
