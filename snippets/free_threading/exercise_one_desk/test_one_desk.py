"""The check of `one_desk`: plain `pytest` in this folder runs it."""

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from one_desk import Studio

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Day:
    """A day in a studio: what was made, what each thread got, and how often making fails."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.desks: list[object] = []
        self.got: list[object] = []
        self.errors = 0
        self.studio = Studio(self.make)

    def make(self) -> object:
        """Make a desk, or fail."""
        if self.failures:
            self.failures = self.failures - 1
            raise OSError("no power")
        self.desks = [*self.desks, object()]
        return self.desks[-1]

    def ask(self) -> None:
        """Ask for the desk."""
        try:
            desk = self.studio.desk()
        except OSError:
            self.errors = self.errors + 1
        else:
            self.got = [*self.got, desk]


def one_for_all(day: Day) -> None:
    """There is one desk, and everybody got it."""
    assert len(day.desks) == 1, f"one desk is enough, and make() was called {len(day.desks)} times"
    wrong = [desk for desk in day.got if desk is not day.desks[0]]
    assert not wrong, f"desk() has to return what make() returned, and it returned {wrong[0]!r}"


def test_nothing_is_made_before_somebody_asks() -> None:
    made: list[str] = []

    def make() -> object:
        frames = [frame for frame in inspect.stack() if Path(frame.filename).name == "one_desk.py"]
        made.extend(f"line {frame.lineno}: {''.join(frame.code_context or []).strip()}" for frame in frames[:1])
        return object()

    Studio(make)
    if made:
        pytest.fail(f"Studio(make) makes a desk, and nobody has asked for one yet\n  {made[0]}", pytrace=False)


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        day.ask()
        day.ask()

    in_every_order(Day, {"one thread": use}, one_for_all)


def one_failed(day: Day) -> None:
    """Somebody was told of the failure, and the next one made the desk."""
    assert day.errors == 1, f"make() raised an OSError once, and desk() raised one {day.errors} times"
    one_for_all(day)


def test_one_thread_alone_after_a_failure(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        day.ask()
        day.ask()
        day.ask()

    in_every_order(lambda: Day(failures=1), {"one thread": use}, one_failed)


def test_two_threads_ask_at_once(in_every_order: InEveryOrder) -> None:
    in_every_order(Day, {"first": Day.ask, "second": Day.ask}, one_for_all)


def test_two_threads_ask_at_once_and_making_fails_once(in_every_order: InEveryOrder) -> None:
    in_every_order(lambda: Day(failures=1), {"first": Day.ask, "second": Day.ask}, one_failed)
