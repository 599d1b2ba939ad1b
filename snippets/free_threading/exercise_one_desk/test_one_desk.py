"""The check of `one_desk`: plain `pytest` in this folder runs it."""

import inspect
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from one_desk import Studio

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Desk:
    """A desk with nothing on it, which counts as false."""

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "a desk"


class Day:
    """A day in a studio: what was made, what each thread got, and how often making fails."""

    def __init__(self, *failures: BaseException) -> None:
        self.failures = [*failures]
        self.to_fail = [*failures]
        self.desks: list[object] = []
        self.got: list[object] = []
        self.errors: list[BaseException] = []
        self.door = threading.Lock()  # a step, at which another thread may come
        self.studio = Studio(self.make)

    def make(self) -> object:
        """Make a desk, or fail."""
        with self.door:
            failure = self.to_fail.pop(0) if self.to_fail else None
        if failure:
            raise failure
        desk = Desk()
        self.desks = [*self.desks, desk]
        return desk

    def ask(self) -> None:
        """Ask for the desk."""
        try:
            desk = self.studio.desk()
        except BaseException as error:
            if error not in self.failures:
                raise  # it is the answer's own
            self.errors = [*self.errors, error]
        else:
            self.got = [*self.got, desk]


def place() -> str:
    """The line at which `desk` begins; or the class, if that makes it in some other way."""
    made = vars(Studio).get("desk")
    lines, number = inspect.getsourcelines(made if inspect.isfunction(made) else Studio)
    return f"line {number}: {lines[0].strip()}"


def one_for_all(day: Day) -> None:
    """There is one desk, and everybody got it."""
    assert len(day.desks) == 1, f"one desk is enough, and make() was called {len(day.desks)} times\n{place()}"
    wrong = ["another desk" if isinstance(desk, Desk) else repr(desk) for desk in day.got if desk is not day.desks[0]]
    assert not wrong, f"desk() has to return what make() returned, and it returned {wrong[0]}"


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


def test_another_studio_has_a_desk_of_its_own(in_every_order: InEveryOrder) -> None:
    def use(days: list[Day]) -> None:
        for day in [*days, *days]:
            day.ask()

    def each_its_own(days: list[Day]) -> None:
        one, another = days
        wrong = [desk for desk in another.got if desk in one.desks]
        assert not wrong, "another studio has a desk of its own, and desk() returned that of the first studio"
        one_for_all(one)
        one_for_all(another)

    in_every_order(lambda: [Day(), Day()], {"one thread": use}, each_its_own)


def test_another_studio_has_its_own_even_if_both_make_it_alike(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        another = Studio(day.make)
        day.got = [studio.desk() for studio in (day.studio, another, day.studio, another)]

    def each_its_own(day: Day) -> None:
        told = "two studios were given the same make; each has a desk of its own, so that it is called"
        assert len(day.desks) == 2, f"{told} twice, not {len(day.desks)} times"
        assert all(one is other for one, other in zip(day.got, 2 * day.desks, strict=True)), f"{told} for each of them"

    in_every_order(Day, {"one thread": use}, each_its_own)


def all_failed(day: Day) -> None:
    """Of each failure one was told, by the very exception, and the next one made the desk."""
    assert len(day.errors) == len(day.failures), (
        f"make() raised {day.failures}, and desk() raised {day.errors}: each has to reach the one who asked"
    )
    one_for_all(day)


def test_one_thread_alone_after_failures(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        for _ in range(4):
            day.ask()

    in_every_order(lambda: Day(OSError("no power"), SystemExit("at night")), {"one thread": use}, all_failed)


def test_two_threads_ask_at_once(in_every_order: InEveryOrder) -> None:
    in_every_order(Day, {"first": Day.ask, "second": Day.ask}, one_for_all)


def test_three_threads_ask_at_once(in_every_order: InEveryOrder) -> None:
    in_every_order(Day, {"first": Day.ask, "second": Day.ask, "third": Day.ask}, one_for_all)


def test_two_threads_ask_twice_at_once(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        day.ask()
        day.ask()

    in_every_order(Day, {"first": use, "second": use}, one_for_all)


def test_two_threads_ask_at_once_and_making_fails_once(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        day.ask()
        day.ask()

    def one_failed_or_both(day: Day) -> None:
        assert day.errors, f"make() raised {day.failures}, and desk() raised nothing: it has to reach who asked"
        assert len(day.got) > 1, "make() raised once, and desk() raised that twice for one thread: it has to try again"
        one_for_all(day)

    in_every_order(lambda: Day(OSError("no power")), {"first": use, "second": use}, one_failed_or_both)


def test_nobody_waits_for_the_desk_of_another_studio(in_every_order: InEveryOrder) -> None:
    class Street:
        def __init__(self) -> None:
            self.delivered = threading.Event()
            self.slow, self.quick = Studio(self.order), Studio(Desk)

        def order(self) -> object:
            self.delivered.wait()
            return Desk()

        def ask_the_slow_one(self) -> None:
            self.slow.desk()

        def ask_the_other(self) -> None:
            self.quick.desk()
            self.delivered.set()

    threads = {"one at the slow studio": Street.ask_the_slow_one, "one at the other": Street.ask_the_other}
    in_every_order(Street, threads, lambda _: None)
