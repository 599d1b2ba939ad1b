"""The check of `mend_six`: plain `pytest` in this folder runs it. It names the first mistake that is still there.

It leaves nothing to luck: threads begin to run when one of them is waited for. An operating system may do that, too.
"""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from mend_six import Courier, ring, sort_letters, stamp, store, welcome

START, JOIN = threading.Thread.start, threading.Thread.join


class Watch:
    """What a call does with its threads."""

    def __init__(self) -> None:
        self.held: list[threading.Thread] = []
        self.ran_in: list[threading.Thread] = []
        self.failures: list[str] = []
        self.did = ""

    def call(self, monkeypatch: pytest.MonkeyPatch, function: Callable[..., Any], *args: Any) -> None:
        """Call the function, and keep in words what it did."""
        monkeypatch.setattr(threading.Thread, "start", lambda thread: self.held.append(thread))
        monkeypatch.setattr(threading.Thread, "join", lambda thread, timeout=None: self.join(thread, timeout))
        monkeypatch.setattr(threading, "excepthook", lambda failure: self.failures.append(f"{failure.exc_value!r}"))
        try:
            self.did = f"returned {function(*args)!r}"
        except Exception as error:
            self.did = f"raised {error!r}"
        monkeypatch.undo()
        if self.failures:
            self.did += f"; a thread of it raised {self.failures[0]}"

    def join(self, thread: threading.Thread, timeout: float | None = None) -> None:
        """Let the threads run, and wait for this one."""
        while self.held:
            START(self.held.pop(0))
        JOIN(thread, timeout)

    def work(self) -> None:
        """Something for a thread to do."""
        self.ran_in.append(threading.current_thread())

    def expect_work(self, told: str, work: str) -> None:
        """The work was done once, in a thread that was waited for."""
        expect(threading.main_thread() not in self.ran_in, f"{told} called {work} in the main thread")
        expect(not self.held, f"{told} started a thread and did not wait for it")
        expect(self.ran_in != [], f"{told} never called {work}")
        expect(len(self.ran_in) == 1, f"{told} called {work} {len(self.ran_in)} times")
        expect(self.did == "returned None", f"{told} {self.did}")


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def test_courier(monkeypatch: pytest.MonkeyPatch) -> None:
    def deliver() -> tuple[str, bool]:
        courier = Courier("2 Barrel Street")
        START(courier)
        JOIN(courier)
        return courier.address, courier.delivered

    watch = Watch()
    watch.call(monkeypatch, deliver)
    expect(watch.did == "returned ('2 Barrel Street', True)", f"Courier: making and starting one {watch.did}")


def test_welcome(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    watch.call(monkeypatch, welcome, "Ada")
    expect(watch.did == "returned ['Ada']", f"welcome('Ada') {watch.did}")


def test_sort_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    watch.call(monkeypatch, sort_letters, watch.work)
    watch.expect_work("sort_letters()", "sort()")


def test_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    watch.call(monkeypatch, ring, watch.work)
    watch.expect_work("ring()", "bell()")


def test_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    watch, letters = Watch(), ["bill", "card", "poem"]
    watch.call(monkeypatch, lambda: sorted(stamp(letters)))
    told = f"stamp({letters}) {watch.did}"
    expect(watch.did == f"returned {[f'{letter} (stamped)' for letter in letters]}", told)


def test_store(monkeypatch: pytest.MonkeyPatch) -> None:
    parcels = {"Ben": ["book", "vase"], "Cleo": ["hat"]}
    for _ in range(2):
        watch = Watch()
        watch.call(monkeypatch, store, parcels)
        expect(watch.did == f"returned {parcels}", f"store() {watch.did}; the parcels were {parcels}")
