"""The check of `philosophers`: plain `pytest` in this folder runs it."""

import linecache
import sys
import threading
from collections.abc import Callable
from typing import Any

import philosophers
import pytest
from philosophers import Table

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
LONG = 100  # minutes


class Dinner:
    """A table, who uses its forks at the moment, and what went wrong."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.table = Table(seats)
        self.users: list[list[int]] = [[] for _ in range(seats)]  # of each fork
        self.meals = [0] * seats
        self.mistakes: list[str] = []

    def dine(self, seat: int) -> None:
        """Dine, and see that all has been eaten when that has come to its end."""
        forks = self.forks_of(seat)
        self.table.dine(seat, lambda: self.eat(seat, forks))
        if self.meals[seat] != 1:
            self.mistakes.append(
                f"philosopher {seat} comes back from dine and has eaten {self.meals[seat]} times, not once"
            )
        elif seat in forks[0]:
            self.mistakes.append(f"philosopher {seat} comes back from dine and is still eating")

    def forks_of(self, seat: int) -> list[list[int]]:
        """Who uses the forks of this seat."""
        return [self.users[seat], self.users[(seat + 1) % self.seats]]

    def linger(self, seat: int) -> None:
        """Dine, with a meal that takes long: others wait for a time in vain, or look in vain, again and again."""
        never, forks = threading.Lock(), self.forks_of(seat)
        never.acquire()

        def eat() -> None:
            for users in forks:
                users.append(seat)
            self.eats(seat)
            for _ in range(LONG):
                if somebody_waits_for_a_time():
                    never.acquire(timeout=60)  # a time-out of others may come before this one
                else:
                    of_conftest("sleep")(60)  # while others look again and again, time goes on
            for users in forks:
                users.remove(seat)

        self.table.dine(seat, eat)

    def choke(self, seat: int, kind: type[BaseException]) -> None:
        """Dine, with a meal that raises."""
        error = kind("a fishbone")

        def eat() -> None:
            self.eats(seat)
            raise error

        try:
            self.table.dine(seat, eat)
        except kind as raised:
            if raised is not error:
                self.mistakes.append(f"dine must raise what eat() raised, not another {raised!r}")
        else:
            self.mistakes.append(f"eat() of philosopher {seat} raised {error!r}, and dine does not")
        if self.meals[seat] != 1:
            self.mistakes.append(
                f"eat() of philosopher {seat} raised {error!r}, and was called {self.meals[seat]} times"
            )

    def eat(self, seat: int, forks: list[list[int]]) -> None:
        """Eat, step by step: use both forks, and leave them."""
        for users in forks:
            users.append(seat)
            self.look_at(users, seat)
        self.eats(seat)
        for users in forks:
            users.remove(seat)

    def look_at(self, users: list[int], seat: int) -> None:
        """See that nobody else uses this fork."""
        others = [one for one in users if one != seat]
        if others:
            self.mistakes.append(
                f"in dine, philosopher {seat} eats while philosopher {others[0]} uses the fork between them"
            )

    def eats(self, seat: int) -> None:
        """Count a meal."""
        self.meals[seat] += 1

    def went_well(self) -> None:
        """See that all have eaten, and none with a fork in use."""
        assert not self.mistakes, f"{self.mistakes[0]}\n{head_of_dine()}"


def of_conftest(name: str) -> Any:
    """What `conftest.py` has: the threads that are LED, or its sleep, which is a step like others and takes no time."""
    return vars(sys.modules["conftest"])[name]


def somebody_waits_for_a_time() -> bool:
    """Whether a thread that is led is about to wait with a time-out."""
    return any(one.step and one.step.timed for one in [*of_conftest("LED").values()])


def head_of_dine() -> str:
    """The line of the answer where `dine` begins."""
    line = Table.dine.__code__.co_firstlineno
    return f"line {line}: {linecache.getline(str(philosophers.__file__), line).strip()}"


def guests(seats: int) -> dict[str, Callable[[Dinner], None]]:
    """A thread for each seat."""

    def guest(seat: int) -> Callable[[Dinner], None]:
        return lambda dinner: dinner.dine(seat)

    return {f"philosopher {seat}": guest(seat) for seat in range(seats)}


@pytest.mark.parametrize("seats", [2, 3, 4, 7])
def test_one_after_another(seats: int, in_every_order: InEveryOrder) -> None:
    def all_come(dinner: Dinner) -> None:
        for seat in range(seats):
            dinner.dine(seat)

    in_every_order(lambda: Dinner(seats), {"one thread": all_come}, Dinner.went_well)


def test_a_long_meal(in_every_order: InEveryOrder) -> None:
    in_every_order(
        lambda: Dinner(3),
        {
            "philosopher 0": lambda dinner: dinner.dine(0),
            f"philosopher 1, who eats for {LONG} minutes,": lambda dinner: dinner.linger(1),
        },
        Dinner.went_well,
    )


@pytest.mark.parametrize("seats", [2, 3, 4, 5])
def test_all_at_once(seats: int, in_every_order: InEveryOrder) -> None:
    in_every_order(lambda: Dinner(seats), guests(seats), Dinner.went_well)


def test_two_tables(in_every_order: InEveryOrder) -> None:
    def both_went_well(dinners: list[Dinner]) -> None:
        for dinner in dinners:
            dinner.went_well()

    in_every_order(
        lambda: [Dinner(2), Dinner(3)],
        {
            "philosopher 0 of table 1": lambda dinners: dinners[0].dine(0),
            "philosopher 2 of table 2": lambda dinners: dinners[1].dine(2),
        },
        both_went_well,
    )
    in_every_order(
        lambda: [Dinner(5), Dinner(2)],
        {
            "philosopher 3 of the first table": lambda dinners: dinners[0].dine(3),
            "philosopher 4 of the first table": lambda dinners: dinners[0].dine(4),
            "one who sets a third table": lambda _: Dinner(5),
        },
        both_went_well,
    )


@pytest.mark.parametrize("kind", [LookupError, KeyboardInterrupt])
@pytest.mark.parametrize("seats", [2, 3])
def test_a_meal_that_raises(seats: int, kind: type[BaseException], in_every_order: InEveryOrder) -> None:
    def all_come(dinner: Dinner) -> None:
        dinner.choke(0, kind)
        for seat in range(seats):
            dinner.meals[seat] = 0
            dinner.dine(seat)

    in_every_order(
        lambda: Dinner(seats),
        {f"one thread (its first meal raises {kind.__name__})": all_come},
        Dinner.went_well,
    )
