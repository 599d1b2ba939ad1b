"""The check of `last_orders`: plain `pytest` in this folder runs it.

It leaves nothing to luck: dishes are held on the stove until others have come as far as they must.
"""

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import pytest
from last_orders import Kitchen

PATIENCE = 2.0  # seconds for what takes a few thousandths of a second


class Stove:
    """What cooks the dishes, and notes them."""

    def __init__(self, at_once: int = 1, burns: str = "") -> None:
        self.enough = threading.Barrier(at_once)
        self.burns = burns
        self.begun: dict[str, threading.Event] = {}
        self.may_end = threading.Event()
        self.may_end.set()
        self.lock = threading.Lock()
        self.now = self.most = 0
        self.cooked: list[str] = []

    def has_begun(self, dish: str) -> threading.Event:
        """Set when somebody begins to cook the dish."""
        with self.lock:
            return self.begun.setdefault(dish, threading.Event())

    def cook(self, dish: str) -> str:
        """Cook a dish."""
        self.has_begun(dish).set()
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        with suppress(threading.BrokenBarrierError):
            self.enough.wait(timeout=PATIENCE)
        self.may_end.wait(timeout=PATIENCE)
        with self.lock:
            self.now -= 1
            self.cooked.append(dish)
        if dish == self.burns:
            raise ValueError(f"{dish} is burnt")
        return f"a plate of {dish}"


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


@pytest.fixture(autouse=True)
def quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread that ends by an exception is noticed by what it leaves undone."""
    monkeypatch.setattr(threading, "excepthook", lambda _: None)


def begin(call: Callable[[], Any]) -> tuple[threading.Thread, list[Any]]:
    """Call in a thread that is a daemon, as will be all threads that the call starts."""
    told: list[Any] = []
    thread = threading.Thread(target=lambda: told.append(call()), daemon=True)
    thread.start()
    return thread, told


def opened(cooks: int, stove: Stove) -> Kitchen:
    """A kitchen."""
    thread, told = begin(lambda: Kitchen(cooks, stove.cook))
    thread.join(timeout=PATIENCE)
    expect(bool(told), f"Kitchen({cooks}, cook) does not come back, or raises an exception")
    kitchen: Kitchen = told[0]
    return kitchen


def ordered(kitchen: Kitchen, dishes: Iterable[str]) -> None:
    """Hand in orders."""
    for dish in dishes:
        thread, told = begin(lambda dish=dish: kitchen.order(dish))  # type: ignore[misc]
        thread.join(timeout=PATIENCE)
        expect(bool(told), f"Kitchen.order({dish!r}) does not come back, or raises an exception")


def closed(kitchen: Kitchen, stove: Stove, dishes: list[str], before: set[threading.Thread]) -> None:
    """Close the kitchen, and look what became of the orders."""
    thread, told = begin(kitchen.close)
    thread.join(timeout=PATIENCE)
    for dish in dishes:
        times = stove.cooked.count(dish)
        expect(times > 0, f"Kitchen never cooked {dish}")
        expect(times == 1, f"Kitchen cooked {dish} {times} times")
    expect(bool(told), "Kitchen.close() does not come back, or raises an exception")
    left = {*threading.enumerate()} - before
    for one in left:
        one.join(timeout=1)  # that close() waits for all of them has a test of its own
    left = {one for one in left if one.is_alive()}
    expect(not left, f"Kitchen.close() came back, and {len(left)} of its threads have not ended")
    good = sorted(f"a plate of {dish}" for dish in dishes if dish != stove.burns)
    expect(sorted(kitchen.cooked) == good, f"Kitchen.cooked is {kitchen.cooked}, not {good}, in any order")
    bad = [dish for dish in dishes if dish == stove.burns]
    expect(kitchen.burnt == bad, f"Kitchen.burnt is {kitchen.burnt}, not {bad}")


def test_close_waits_for_what_is_on_the_stove_and_on_the_rail() -> None:
    before, stove, dishes = {*threading.enumerate()}, Stove(), ["soup", "fish", "rice"]
    stove.may_end.clear()
    kitchen = opened(1, stove)
    ordered(kitchen, dishes)
    stove.has_begun("soup").wait(timeout=PATIENCE)
    thread, _ = begin(kitchen.close)
    thread.join(timeout=0.3)
    expect(thread.is_alive(), "Kitchen.close() came back while the soup was on the stove")
    stove.may_end.set()
    thread.join(timeout=PATIENCE)
    for dish in dishes:
        expect(dish in stove.cooked, f"Kitchen never cooked {dish}, which was on the rail when it closed")
    expect(not thread.is_alive(), "Kitchen.close() does not come back")
    left = {one for one in {*threading.enumerate()} - before if one.is_alive()}
    expect(not left, "Kitchen.close() came back, and not all of its threads have ended")


def test_all_orders_are_cooked() -> None:
    for cooks in (1, 3):
        before, stove, dishes = {*threading.enumerate()}, Stove(), ["soup", "fish", "rice", "cake"]
        kitchen = opened(cooks, stove)
        ordered(kitchen, dishes)
        closed(kitchen, stove, dishes, before)


def test_an_evening_without_guests() -> None:
    before, stove = {*threading.enumerate()}, Stove()
    closed(opened(2, stove), stove, [], before)


def test_all_cooks_cook_at_the_same_time() -> None:
    before, stove, dishes = {*threading.enumerate()}, Stove(at_once=3), ["soup", "fish", "rice"]
    kitchen = opened(3, stove)
    ordered(kitchen, dishes)
    for dish in dishes:
        stove.has_begun(dish).wait(timeout=PATIENCE)
    told = f"Kitchen with 3 cooks never cooked more than {stove.most} dish at a time"
    expect(stove.most == 3, told)
    closed(kitchen, stove, dishes, before)


def test_guests_come_late() -> None:
    before, stove = {*threading.enumerate()}, Stove()
    kitchen = opened(2, stove)
    threading.Event().wait(0.3)  # whoever leaves when there is nothing to do leaves now
    ordered(kitchen, ["soup"])
    expect(stove.has_begun("soup").wait(timeout=PATIENCE), "Kitchen never cooked soup, which was ordered late")
    ordered(kitchen, ["fish"])
    closed(kitchen, stove, ["soup", "fish"], before)


def test_cooks_without_an_order_are_at_rest() -> None:
    before, stove = {*threading.enumerate()}, Stove()
    kitchen = opened(1, stove)
    used = time.process_time()
    for _ in range(100):
        threading.Event().wait(0.01)
        if time.process_time() - used > 0.2:
            break
    expect(time.process_time() - used <= 0.2, "Kitchen is busy without any order: a thread that waits has to sleep")
    closed(kitchen, stove, [], before)


def test_a_burnt_dish_costs_no_other() -> None:
    before, stove, dishes = {*threading.enumerate()}, Stove(burns="fish"), ["soup", "fish", "rice"]
    kitchen = opened(1, stove)
    ordered(kitchen, dishes)
    stove.has_begun("fish").wait(timeout=PATIENCE)
    closed(kitchen, stove, dishes, before)
