"""The check of `mend_lost_error`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from called import expect, imported, outcome

mend_lost_error = imported("store_all")
STATIONS = ["harbour", "summit", "airport"]
FAILURES = {
    "airport": OSError("airport is silent"),
    "summit": ValueError("minus four"),
    "harbour": ZeroDivisionError("no reading"),
}


class Desk(ThreadPoolExecutor):
    """An executor that notes what is handed in, and how much was when somebody waited for a call."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(2)
        self.handed_in = 0
        self.when_waited: list[int] = []
        for name in ("result", "exception"):
            monkeypatch.setattr(Future, name, self.noting(getattr(Future, name)))

    def noting(self, wait: Any) -> Any:
        """A method that waits, and notes it."""

        def waits(*given: Any, **options: Any) -> Any:
            self.when_waited.append(self.handed_in)
            return wait(*given, **options)

        return waits

    def submit(self, *given: Any, **options: Any) -> Any:
        """Hand in a call."""
        self.handed_in += 1
        return super().submit(*given, **options)

    def raised(self, store: Callable[[str], None]) -> Exception | None:
        """What `store_all` raises, when all calls are done."""
        with self:
            try:
                mend_lost_error.store_all(self, STATIONS, store)
            except Exception as error:
                return error
        return None


@pytest.mark.parametrize("silent", ["no station", *FAILURES])
def test_when_this_one_is_silent(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    failure, stored = FAILURES.get(silent), list[str]()

    def store(station: str) -> None:
        if station == silent and failure:
            raise failure
        stored.append(station)

    desk = Desk(monkeypatch)
    raised = outcome("store_all()", lambda: desk.raised(store))
    at_first = min(desk.when_waited, default=3)
    expect(at_first == 3, f"store_all waited for a call when it had handed in {at_first} of 3")
    expect(desk.handed_in == 3, f"store_all handed in {desk.handed_in} calls for 3 stations")
    if failure:
        told = f"store({silent!r}) raised {failure!r}, and store_all returned as if all were well"
        expect(raised is not None, told)
        expect(raised is failure, f"store_all raised {raised!r}, not {failure!r}")
    else:
        expect(raised is None, f"no call of store failed, and store_all raised {raised!r}")
        expect(sorted(stored) == sorted(STATIONS), f"store_all returned, and stored are {sorted(stored)}")
