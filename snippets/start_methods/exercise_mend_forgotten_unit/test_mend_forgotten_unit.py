"""The check of `mend_forgotten_unit`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It needs no workers: it calls what a worker calls, and imports the file anew in place of each.
"""

import importlib
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
