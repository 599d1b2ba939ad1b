"""The check of `philosophers`: plain `pytest` in this folder runs it.

It leaves nothing to luck: a philosopher who eats, or who has taken a first fork, is held until all the others have had
their chance. An operating system may do that, too.
"""

import linecache
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from philosophers import Table

ANSWER = Path(__file__).name.removeprefix("test_")
SEATS = pytest.mark.parametrize("seats", [2, 3, 5])


class Philosopher(threading.Thread):
    """Somebody who sits down and dines, and may be held: with a first fork, or while eating."""

    def __init__(self, dinner: "Dinner", seat: int, held: str = "") -> None:
        """Begin at once."""
        super().__init__(name=f"philosopher {seat}", daemon=True)
        self.dinner = dinner
        self.seat = seat
        self.held = held
        self.go_on = threading.Event()
        self.meals = 0
        self.mistake = ""
        self.start()

    def run(self) -> None:
        """Dine, and put in words what goes wrong."""
        try:
            self.dinner.table.dine(self.seat, self.eat)
        except Exception as error:
            at = innermost(reversed(list(traceback.walk_tb(error.__traceback__))))
            self.mistake = f"dine raises {type(error).__name__} ({error}) for {self.name} at {at}"

    def eat(self) -> None:
        """Eat, and look who else is eating."""
        self.meals += 1
        self.dinner.begins_to_eat(self)
        self.stop("eating")
        self.dinner.eating.discard(self.seat)

    def stop(self, when: str) -> None:
        """Wait here, if this one is to be held now; but only once."""
        if self.held == when:
            self.held = ""
            self.go_on.wait(timeout=10)

    def rests(self) -> None:
        """Wait until this one has gone, or does not move for a while."""
        still, before = 0, None
        for _ in range(50):
            self.join(timeout=0.004)
            frame = sys._current_frames().get(self.ident or 0)
            now = frame and (frame, frame.f_lasti)
            still, before = (still + 1 if now == before else 0), now
            if not frame or still == 5:
                return

    def where(self) -> str:
        """The line of the answer where this one is."""
        return innermost(traceback.walk_stack(sys._current_frames().get(self.ident or 0)))


class Dinner:
    """A table, and what happens at it."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.table = Table(seats)
        for name, things in vars(self.table).items():
            if isinstance(things, list) and all(hasattr(thing, "acquire") for thing in things):
                setattr(self.table, name, [Fork(thing) for thing in things])
        self.eating: set[int] = set()
        self.guests: list[Philosopher] = []

    def begins_to_eat(self, guest: Philosopher) -> None:
        """Look whether a neighbour is eating."""
        for neighbour in self.eating & {(guest.seat - 1) % self.seats, (guest.seat + 1) % self.seats}:
            guest.mistake = (
                f"in dine, {guest.name} eats while philosopher {neighbour} uses the fork between them: {guest.where()}"
            )
        self.eating.add(guest.seat)

    def seat(self, seat: int, held: str = "") -> None:
        """Let one more philosopher come, and get as far as possible."""
        self.guests.append(Philosopher(self, seat, held))
        self.guests[-1].rests()

    def ends_well(self, after: str) -> None:
        """Hold nobody any more, one after the other. Now all must have eaten, and go."""
        for guest in self.guests:
            guest.go_on.set()
            guest.rests()
        until = time.monotonic() + 2
        for guest in self.guests:
            guest.join(timeout=max(0, until - time.monotonic()))
        for guest in self.guests:
            expect(not guest.mistake, f"{guest.mistake}\n  when {after}")
        waiting = [f"  {guest.name} waits in dine at {guest.where()}" for guest in self.guests if guest.is_alive()]
        standstill = f"{ANSWER} comes to a standstill. Left waiting: {len(waiting)} of {self.seats} philosophers"
        expect(not waiting, "\n".join([standstill, *waiting, f"  when {after}"]))
        for guest in self.guests:
            eaten = f"{guest.name} comes back from dine and has eaten {guest.meals} times, not once"
            expect(guest.meals == 1, f"{eaten}\n  when {after}")


class Fork:
    """A fork of the answer. Who takes a first one is held, if wanted."""

    def __init__(self, fork: Any) -> None:
        self.fork = fork

    def __getattr__(self, name: str) -> Any:
        return getattr(self.fork, name)

    def acquire(self, *args: Any, **options: Any) -> Any:
        """Take it, as always."""
        taken = self.fork.acquire(*args, **options)
        philosopher = threading.current_thread()
        if taken and isinstance(philosopher, Philosopher):
            philosopher.stop("with a fork")
        return taken

    def __enter__(self) -> Any:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.fork.release()


def innermost(stack: Iterable[tuple[FrameType, int]]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    mine = ((frame.f_code.co_filename, line) for frame, line in stack if Path(frame.f_code.co_filename).name == ANSWER)
    return next((f"line {line}: {linecache.getline(file, line).strip()}" for file, line in mine), ANSWER)


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


@SEATS
def test_one_after_another(seats: int) -> None:
    dinner = Dinner(seats)
    for seat in range(seats):
        dinner.seat(seat)
    dinner.ends_well("they come one after another")


@SEATS
def test_all_come_while_one_eats(seats: int) -> None:
    dinner = Dinner(seats)
    dinner.seat(0, held="eating")
    for seat in range(1, seats):
        dinner.seat(seat)
    dinner.ends_well("philosopher 0 is eating, the others come, and philosopher 0 goes on")


@SEATS
def test_each_takes_a_fork_before_any_takes_two(seats: int) -> None:
    dinner = Dinner(seats)
    for seat in range(seats):
        dinner.seat(seat, held="with a fork")
    dinner.ends_well("each has taken a first fork before any takes a second")
