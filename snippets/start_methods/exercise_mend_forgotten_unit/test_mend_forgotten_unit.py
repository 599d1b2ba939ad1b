"""The check of `mend_forgotten_unit`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It needs workers only to see that each has a unit of its own. Else it calls what a worker calls, and imports the file
anew in place of each.
"""

import importlib
import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import pytest
from called import expect, imported, outcome

mend_forgotten_unit = imported("begin", "forecast")
LINES = {("F", 20): "68 °F", ("F", -5): "23 °F", ("C", 20): "20 °C", ("C", -5): "-5 °C", ("F", 21): "69 °F"}
LINES |= {("F", -3): "26 °F", ("F", 0): "32 °F", ("F", -18): "-1 °F", ("C", 0): "0 °C"}


def results(worker: Any, *calls: tuple[str, object]) -> list[str]:
    """What these calls do, in words; all in one thread, since a worker makes them so."""
    found = []

    def work() -> None:
        for function, given in calls:
            try:
                found.append(f"returned {getattr(worker, function)(given)!r}")
            except Exception as error:
                found.append(f"raised {type(error).__name__}: {error}")

    outcome(" and ".join(f"{function}({given!r})" for function, given in calls), work)
    return found


def work_as(edition: str, line: Connection) -> None:
    """What a worker does that is told an edition, and later on a temperature."""
    mend_forgotten_unit.begin(edition)
    line.send("begun")
    line.send(mend_forgotten_unit.forecast(line.recv()))


def heard(line: Connection) -> str:
    """What a worker says."""
    try:
        return str(line.recv())
    except EOFError:
        return "nothing, and its worker has ended"


def lines_of_two() -> list[str]:
    """What two workers make of 20 degrees, of which one begins with "F", and then the other one with "C"."""
    methods = multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    ends, workers = [], []
    for edition in ("F", "C"):
        here, there = context.Pipe()
        workers.append(context.Process(target=work_as, args=(edition, there), daemon=True))
        workers[-1].start()
        there.close()
        heard(here)
        ends.append(here)
    for here in ends:
        with suppress(BrokenPipeError):
            here.send(20)
    told = [heard(here) for here in ends]
    for worker in workers:
        worker.join()
    return told


@pytest.mark.parametrize(("edition", "celsius"), LINES)
def test_a_worker_that_is_told_its_unit_keeps_it(edition: str, celsius: int) -> None:
    worker = importlib.reload(mend_forgotten_unit)
    begun, told = results(worker, ("begin", edition), ("forecast", celsius))
    expect(not begun.startswith("raised"), f'begin("{edition}") {begun}')
    right = f"returned {LINES[edition, celsius]!r}"
    expect(told == right, f'after begin("{edition}"), forecast({celsius}) {told}; it should have {right}')


@pytest.mark.parametrize("edition", ["K", "c", "CF", ""])
def test_there_is_no_other_unit(edition: str) -> None:
    (begun,) = results(importlib.reload(mend_forgotten_unit), ("begin", edition))
    expect(begun.startswith("raised"), f'begin("{edition}") raised nothing, and there is no unit {edition!r}')
    expect(begun.startswith("raised ValueError"), f'begin("{edition}") {begun}, and it should have raised a ValueError')


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # a thread of the check waits meanwhile
def test_each_worker_has_a_unit_of_its_own() -> None:
    importlib.reload(mend_forgotten_unit)
    told = outcome('begin("F") in one worker, begin("C") in another, and forecast(20) in both', lines_of_two)
    shared = 'one worker was told "F", and then another one "C"; now forecast(20) of the first returns'
    expect(told[0] == LINES["F", 20], f"{shared} {told[0]!r}: each has a unit of its own")
    expect(told[1] == LINES["C", 20], f"{shared} {told[0]!r}, of the other one {told[1]!r}")
