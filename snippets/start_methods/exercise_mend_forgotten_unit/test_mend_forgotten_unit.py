"""The check of `mend_forgotten_unit`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It needs no workers: it calls what a worker calls, and imports the file anew in place of each.
"""

import importlib
from typing import Any

import pytest
from called import expect, imported, outcome

mend_forgotten_unit = imported("begin", "forecast")
LINES = {("F", 20): "68 °F", ("F", -5): "23 °F", ("C", 20): "20 °C", ("C", -5): "-5 °C", ("F", 21): "69 °F"}


def result(worker: Any, function: str, given: object) -> str:
    """What a call does, in words."""
    try:
        returned = outcome(f"{function}({given!r})", lambda: getattr(worker, function)(given))
        return f"returned {returned!r}"
    except Exception as error:
        return f"raised {type(error).__name__}: {error}"


@pytest.mark.parametrize(("edition", "celsius"), LINES)
def test_a_worker_that_is_told_its_unit_keeps_it(edition: str, celsius: int) -> None:
    worker = importlib.reload(mend_forgotten_unit)
    begun = result(worker, "begin", edition)
    expect(not begun.startswith("raised"), f'begin("{edition}") {begun}')
    told, right = result(worker, "forecast", celsius), f"returned {LINES[edition, celsius]!r}"
    expect(told == right, f'after begin("{edition}"), forecast({celsius}) {told}; it should have {right}')


def test_there_is_no_other_unit() -> None:
    begun = result(importlib.reload(mend_forgotten_unit), "begin", "K")
    expect(begun.startswith("raised"), 'begin("K") raised nothing, and there is no unit K')
    expect(begun.startswith("raised ValueError"), f'begin("K") {begun}, and it should have raised a ValueError')
