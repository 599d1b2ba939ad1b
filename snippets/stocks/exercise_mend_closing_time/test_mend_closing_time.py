"""The check of `mend_closing_time`: plain `pytest` in this folder runs it.

Two loaves need two drivers. Of three kinds, the first takes so long that the other driver loads the rest.
"""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from mend_closing_time import load_all

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Van:
    """What is loaded: two loaves when two drivers have one each, and of three kinds the first as the last."""

    def __init__(self, *loaves: str) -> None:
        self.loaves = [*loaves]
        self.drivers_meet: Any = threading.Barrier(2)
        self.rest_is_loaded: Any = threading.Event()
        self.taken: list[str] = []  # of three kinds
        self.drivers: set[threading.Thread] = set()
        self.loading: set[threading.Thread] = set()  # who has called load
        self.before: set[threading.Thread] = set()
        self.loaded: list[str] = []
        self.mistakes: list[str] = []

    def call(self) -> None:
        """Let the drivers load all, and look at the van at that moment, step by step."""
        self.before = {*threading.enumerate()}
        given = [*self.loaves]
        load_all(given, self.load)
        if given != self.loaves:
            self.mistakes.append(f"load_all() has come back, and has changed its list {self.loaves} to {given}")
        if len(self.loaded) < len(self.loaves):
            self.mistakes.append(f"load_all() has come back, and loaded were {self.loaded} of {self.loaves}")
        left = sorted(driver.name for driver in self.drivers if driver.is_alive())
        if left:
            self.mistakes.append(f"load_all() has come back, and has not waited for the end of {' and '.join(left)}")

    def load(self, loaf: str) -> None:
        """Load a loaf, step by step."""
        self.drivers |= {*threading.enumerate()} - self.before
        self.loading.add(threading.current_thread())
        if len(self.loaves) == 2:
            self.drivers_meet.wait()
        elif len({*self.loaves}) == 3:
            self.taken.append(loaf)
            if self.taken[0] == loaf:
                self.rest_is_loaded.wait()
        self.loaded.append(loaf)
        if len(self.loaded) == 2:
            self.rest_is_loaded.set()


@pytest.mark.parametrize("loaves", [("rye", "oat"), ("rye",), ("rye", "", "rye"), ("rye", "oat", "bun")])
def test_all_loaves_are_loaded_and_both_drivers_end(in_every_order: InEveryOrder, loaves: tuple[str, ...]) -> None:
    def went_well(van: Van, waiting: dict[str, str]) -> None:
        assert not van.mistakes, van.mistakes[0]
        for where in waiting.values():
            both = len(loaves) != 2 or len(van.loading) != 1
            assert both, f"{van.loading.pop().name} loads alone, and the two loaves are for two drivers\n  {where}"
            alone = f"one driver loads {' '.join(van.taken[:1])!r}, and the other has loaded {van.loaded} meanwhile"
            assert not van.taken or len(van.loaded) > 1, f"{alone}: one shelf, {[*loaves]}, is for both\n  {where}"
            assert not where, f"load_all() waits forever, and loaded were {van.loaded} of {[*loaves]}\n  {where}"
        assert len(van.drivers) < 3, f"{len(van.drivers)} threads are drivers, and there should be two"
        assert sorted(van.loaded) == sorted(loaves), f"of {[*loaves]}, loaded were {van.loaded}"

    in_every_order(lambda: Van(*loaves), {"load_all()": Van.call}, went_well, may_wait=True)
