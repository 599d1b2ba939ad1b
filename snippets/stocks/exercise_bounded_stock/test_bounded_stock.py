"""The check of `bounded_stock`: plain `pytest` in this folder runs it."""

from collections.abc import Callable
from typing import Any

import pytest
from bounded_stock import Stock

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Shop:
    """A stock, and what came of the calls of it."""

    def __init__(self, size: int, *boxes: str) -> None:
        self.size = size
        self.stock: Any = Stock(size)
        self.put_in: list[str] = []  # by calls that have come back
        self.taken: list[str] = []
        self.begun = 0  # calls of take
        self.mistakes: list[str] = []
        for box in boxes:
            self.put(box)

    def put(self, box: str) -> None:
        """Put a box in, and see that there was room."""
        told = self.stock.put(box)
        if told is not None:
            self.mistakes.append(f"put({box}) must return nothing, not {told!r}")
        self.put_in.append(box)
        inside = len(self.put_in) - self.begun
        if inside > self.size:
            room = f"there is room for {self.size}, and put has come back for {inside} boxes"
            self.mistakes.append(f"{room} before any take: one too many, so put({box}) has to wait")

    def take(self) -> None:
        """Take a box."""
        self.begun += 1
        box = self.stock.take()
        self.taken.append(box)

    def went_well(self, waiting: dict[str, str]) -> None:
        """See that nothing is wrong, and that nobody waits without a reason."""
        assert not self.mistakes, self.mistakes[0]
        inside = self.put_in.copy()
        for box in self.taken:
            assert box in inside, f"take() returns {box!r}, which is not in, or not any more"
            inside.remove(box)
        assert len(inside) <= self.size, f"there is room for {self.size}, and in the end {len(inside)} boxes are in"
        for name, where in waiting.items():
            is_full = len(inside) == self.size
            waits_rightly = not inside if name.endswith("take()") else is_full
            told = f"{len(inside)} of {self.size} boxes are in, and {name} waits forever at {where}"
            assert waits_rightly, told

    def went_well_and_has(self, *boxes: str) -> Callable[[dict[str, str]], None]:
        """See that all went well, and that these boxes were taken, in this order."""

        def check(waiting: dict[str, str]) -> None:
            self.went_well(waiting)
            stuck = "".join(f"; {name} waits forever at {where}" for name, where in waiting.items())
            told = f"put in were {self.put_in}, and taken out, in this order, {self.taken}{stuck}"
            assert self.taken == [*boxes], told

        return check


def puts(*boxes: str) -> dict[str, Callable[[Shop], None]]:
    """A thread for each box."""

    def thread(box: str) -> Callable[[Shop], None]:
        return lambda shop: shop.put(box)

    return {f"put({box})": thread(box) for box in boxes}


def takes(count: int) -> dict[str, Callable[[Shop], None]]:
    """Threads that take a box each."""
    names = ["a first", "a second", "a third"] if count > 1 else [""]
    return {f"{name} take()".strip(): Shop.take for name in names[:count]}


def test_first_in_first_out(in_every_order: InEveryOrder) -> None:
    def use(shop: Shop) -> None:
        for box in ("tea", "", "tea"):
            shop.put(box)
        shop.take()
        shop.put("salt")
        for _ in range(3):
            shop.take()

    in_every_order(
        lambda: Shop(3),
        {"one thread": use},
        lambda shop, waiting: shop.went_well_and_has("tea", "", "tea", "salt")(waiting),
        may_wait=True,
        must_sleep=True,
    )


def test_two_stocks(in_every_order: InEveryOrder) -> None:
    def use(shops: list[Shop]) -> None:
        shops[1].put("salt")
        shops[1].take()

    def went_well(shops: list[Shop], waiting: dict[str, str]) -> None:
        taken = shops[1].taken
        told = f"one Stock has a box of tea, and salt was put into another Stock: take() of that one returns {taken}"
        assert "tea" not in taken, told
        for shop in shops:
            shop.went_well(waiting)

    in_every_order(
        lambda: [Shop(1, "tea"), Shop(2)],
        {"another Stock": use},
        went_well,
        may_wait=True,
        must_sleep=True,
    )


def test_two_stocks_are_empty(in_every_order: InEveryOrder) -> None:
    in_every_order(lambda: Shop(1), {**takes(1), **puts("tea")}, Shop.went_well, may_wait=True, must_sleep=True)
    threads: dict[str, Callable[[list[Shop]], None]] = {
        "take() of one Stock": lambda shops: shops[0].take(),
        "take() of the other": lambda shops: shops[1].take(),
        "put(tea) into the other": lambda shops: shops[1].put("tea"),
    }

    def went_well(shops: list[Shop], waiting: dict[str, str]) -> None:
        told = "two Stocks are empty, and two threads take a box, one of each; then tea is put into the other, and"
        for name in [*threads][1:]:
            assert name not in waiting, f"{told} {name} waits forever at {waiting[name]}"
        assert shops[1].taken == ["tea"], f"{told} take() of it returns {shops[1].taken}"

    in_every_order(lambda: [Shop(1), Shop(1)], threads, went_well, may_wait=True, must_sleep=True)


CASES: dict[str, tuple[int, tuple[str, ...], dict[str, Callable[[Shop], None]]]] = {
    "put waits for room": (1, ("tea",), puts("rice")),
    "put waits for room of two": (2, ("tea", "rice"), puts("salt")),
    "take waits for a box": (1, (), takes(1)),
    "a take and a put": (1, (), {**takes(1), **puts("tea")}),
    "a put and a take": (1, ("tea",), {**puts("rice"), **takes(1)}),
    "two puts for the last room": (2, ("salt",), puts("tea", "rice")),
    "two takes of the last box": (2, ("salt",), takes(2)),
    "two takes and a put": (1, (), {**takes(2), **puts("tea")}),
    "two puts and a take": (1, ("tea",), {**puts("rice", "salt"), **takes(1)}),
    "two takes and two puts": (1, (), {**takes(2), **puts("tea", "rice")}),
    "two puts and two takes": (1, ("tea",), {**puts("rice", "salt"), **takes(2)}),
    "two boxes for two": (2, (), {**takes(2), **puts("tea", "rice")}),
}


@pytest.mark.parametrize("case", CASES)
def test_at_once(case: str, in_every_order: InEveryOrder) -> None:
    size, boxes, threads = CASES[case]
    in_every_order(lambda: Shop(size, *boxes), threads, Shop.went_well, may_wait=True, must_sleep=True)


def test_first_in_first_out_for_two_threads(in_every_order: InEveryOrder) -> None:
    def bring(shop: Shop) -> None:
        for box in ("tea", "rice", "tea"):
            shop.put(box)

    def fetch(shop: Shop) -> None:
        for _ in range(3):
            shop.take()

    in_every_order(
        lambda: Shop(2),
        {"put(tea), put(rice), put(tea)": bring, "three times take()": fetch},
        lambda shop, waiting: shop.went_well_and_has("tea", "rice", "tea")(waiting),
        may_wait=True,
        must_sleep=True,
    )
