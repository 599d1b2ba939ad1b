"""One order, asked for by its numbers."""

from pathlib import Path

import pytest

from snippets.engine.orders.run import ended
from snippets.engine.orders.stepped import UnexplorableError
from snippets.engine.program.interpreters import Interpreter
from tests.support.orders import replayed

TWO = """\
import threading

def greet():
    print(threading.current_thread().name)

for name in ("Ann", "Ben"):
    threading.Thread(target=greet, name=name).start()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "two.py"
    path.write_text(TWO, encoding="utf-8")
    return path


@pytest.mark.parametrize(("order", "output"), [("12", "Ann\nBen\n"), ("21", "Ben\nAnn\n")])
def test_the_threads_take_their_steps_in_the_order_of_the_numbers(
    path: Path, interpreter: Interpreter, order: str, output: str
) -> None:
    assert replayed(path, interpreter, ["greet"], [], order)["output"] == output


def test_where_the_numbers_end_the_lowest_goes_on(path: Path, interpreter: Interpreter) -> None:
    assert replayed(path, interpreter, ["greet"], [], "2")["picks"] == [2, 1]


def test_a_number_that_cannot_take_a_step_is_told_with_those_that_can(path: Path, interpreter: Interpreter) -> None:
    what, do = replayed(path, interpreter, ["greet"], [], "11")["wrong"]
    assert (what, do) == ("After the order 1, 1 cannot take a step.", "Choose 2.")


def test_a_process_that_reports_nothing_is_told_with_its_status() -> None:
    with pytest.raises(UnexplorableError, match="The run that begins with the order 12 ended with 3 too early"):
        ended((1, 2), b"", 3 << 8)


def test_a_failure_of_ours_is_no_output_of_the_program() -> None:
    with pytest.raises(RuntimeError, match="Traceback of ours"):
        ended((), b'"Traceback of ours"', 0)
