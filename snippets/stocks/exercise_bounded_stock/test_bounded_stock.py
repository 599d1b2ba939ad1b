"""The check of `bounded_stock`: plain `pytest` in this folder runs it.

It leaves nothing to luck: a thread that `wait` has woken, or that is about to move a box, is held until others have had
their chance. An operating system may do that, too.
"""

import linecache
import sys
import threading
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import SupportsIndex

import pytest
from bounded_stock import Stock

ANSWER = Path(__file__).name.removeprefix("test_")
REAL_WAIT = threading.Condition.wait


class Door:
    """While it is closed, threads of the check stop here."""

    def __init__(self) -> None:
        self.arrived = threading.Semaphore(0)
        self.is_open = threading.Event()
        self.is_open.set()

    def stops_me(self) -> bool:
        """Must this thread stop here?"""
        return isinstance(threading.current_thread(), Call) and not self.is_open.is_set()

    def go_through(self) -> None:
        """Say that you are here, and wait until the door is open."""
        if self.stops_me():
            self.arrived.release()
            self.is_open.wait(timeout=10)


class Call(threading.Thread):
    """A call in a thread, because it may wait."""

    def __init__(self, stock: Stock, method: str, *boxes: str) -> None:
        """Begin at once."""
        super().__init__(daemon=True)
        self.stock, self.method, self.boxes = stock, method, boxes
        self.told = ""
        self.start()

    def __str__(self) -> str:
        return f"{self.method}({', '.join(self.boxes)})"

    def run(self) -> None:
        """Call, and put in words what comes of it."""
        try:
            answer = getattr(self.stock, self.method)(*self.boxes)
            self.told = "returns" if answer is None else f"returns {answer}"
        except Exception as error:
            at = innermost(reversed(list(traceback.walk_tb(error.__traceback__))))
            self.told = f"raises {type(error).__name__} ({error}) at {at}"

    def rests(self) -> str:
        """Wait until it has come back, or does not move for a while. If so, in which file?"""
        still, before = 0, None
        for _ in range(50):
            self.join(timeout=0.004)
            frame = sys._current_frames().get(self.ident or 0)
            now = frame and (frame, frame.f_lasti)
            still, before = (still + 1 if now == before else 0), now
            if frame and still == 5:
                return Path(frame.f_code.co_filename).name
        return ""

    def waits(self, because: str) -> None:
        """It must not come back, and it must sleep: not in a line of the answer, but in `wait` or the like."""
        asleep = self.rests() not in ("", ANSWER)
        expect(not self.told, f"{because}, so {self} has to wait, and it {self.told}")
        expect(asleep, f"{because}, so {self} has to sleep, and it is busy at {self.where()}")

    def does(self, *what: str, because: str) -> None:
        """It must come back, and soon."""
        self.join(timeout=2)
        expect(bool(self.told), f"{because}, and {self} waits forever at {self.where()}")
        expect(self.told in what, f"{because}, and {self} {self.told}")

    def where(self) -> str:
        """The line of the answer where it is."""
        return innermost(traceback.walk_stack(sys._current_frames().get(self.ident or 0)))


class SlowBoxes(list[str]):
    """Boxes that can be stopped on the way in or out."""

    def __init__(self, boxes: list[str], door: Door) -> None:
        super().__init__(boxes)
        self.door = door

    def append(self, box: str) -> None:
        self.door.go_through()
        super().append(box)

    def pop(self, index: SupportsIndex = -1) -> str:
        self.door.go_through()
        return super().pop(index)


def innermost(stack: Iterable[tuple[FrameType, int]]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    mine = ((frame.f_code.co_filename, line) for frame, line in stack if Path(frame.f_code.co_filename).name == ANSWER)
    return next((f"line {line}: {linecache.getline(file, line).strip()}" for file, line in mine), ANSWER)


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> Door:
    """Where a thread stops that `wait` has woken: it does not have the lock back yet."""
    door = Door()

    def wait(condition: threading.Condition, timeout: float | None = None) -> bool:
        told = REAL_WAIT(condition, timeout)
        if door.stops_me():
            condition.release()
            door.go_through()
            condition.acquire()
        return told

    monkeypatch.setattr(threading.Condition, "wait", wait)
    return door


def stock_with(size: int, *boxes: str) -> Stock:
    """A stock with some boxes in it."""
    stock = Stock(size)
    for box in boxes:
        Call(stock, "put", box).does("returns", because=f"there is room for {size}")
    return stock


def test_first_in_first_out() -> None:
    stock = stock_with(2, "tea", "rice")
    Call(stock, "take").does("returns tea", because="tea and then rice were put in")
    Call(stock, "take").does("returns rice", because="tea and then rice were put in, and tea is out")


def test_put_waits_for_room() -> None:
    stock = stock_with(1, "tea")
    put = Call(stock, "put", "rice")
    put.waits("there is room for 1, and tea is in")
    Call(stock, "take").does("returns tea", because="tea is in")
    put.does("returns", because="take() has made room")
    Call(stock, "take").does("returns rice", because="rice is in")


def test_take_waits_for_a_box() -> None:
    stock = Stock(1)
    take = Call(stock, "take")
    take.waits("there is no box")
    Call(stock, "put", "tea").does("returns", because="there is room for 1")
    take.does("returns tea", because="put(tea) has brought a box")


def test_another_take_is_faster(woken: Door) -> None:
    stock = Stock(1)
    take = Call(stock, "take")
    take.waits("there is no box")
    woken.is_open.clear()
    Call(stock, "put", "tea").does("returns", because="there is room for 1")
    woken.arrived.acquire(timeout=2)
    Call(stock, "take").does("returns tea", because="tea is in")
    woken.is_open.set()
    take.waits("take() was woken, but another take() was faster and there is no box")
    Call(stock, "put", "rice").does("returns", because="there is room for 1")
    take.does("returns rice", because="put(rice) has brought a box")


def test_another_put_is_faster(woken: Door) -> None:
    stock = stock_with(1, "tea")
    put = Call(stock, "put", "rice")
    put.waits("there is room for 1, and tea is in")
    woken.is_open.clear()
    Call(stock, "take").does("returns tea", because="tea is in")
    woken.arrived.acquire(timeout=2)
    Call(stock, "put", "salt").does("returns", because="take() has made room")
    woken.is_open.set()
    put.waits("put(rice) was woken, but put(salt) was faster and there is room for 1")
    Call(stock, "take").does("returns salt", because="salt is in")
    put.does("returns", because="take() has made room")


def test_two_takes_and_two_puts(woken: Door) -> None:
    stock = Stock(1)
    takes = [Call(stock, "take"), Call(stock, "take")]
    for take in takes:
        take.waits("there is no box")
    woken.is_open.clear()
    Call(stock, "put", "tea").does("returns", because="there is room for 1")
    woken.arrived.acquire(timeout=2)
    put = Call(stock, "put", "rice")
    put.waits("there is room for 1, and tea is in")
    woken.is_open.set()
    put.does("returns", because="two take() were waiting, and one of them has taken tea")


def test_two_puts_and_two_takes(woken: Door) -> None:
    stock = stock_with(1, "tea")
    puts = [Call(stock, "put", "rice"), Call(stock, "put", "salt")]
    for put in puts:
        put.waits("there is room for 1, and tea is in")
    woken.is_open.clear()
    Call(stock, "take").does("returns tea", because="tea is in")
    woken.arrived.acquire(timeout=2)
    take = Call(stock, "take")
    take.waits("there is no box")
    woken.is_open.set()
    take.does("returns rice", "returns salt", because="two put() were waiting, and one of them has put a box in")


@pytest.mark.parametrize(("method", "inside", "seen"), [("take", ["tea"], "box"), ("put", [], "room")])
def test_two_of_a_kind_at_once(method: str, inside: list[str], seen: str) -> None:
    stock = stock_with(1, *inside)
    boxes = [[], []] if inside else [["rice"], ["salt"]]
    if isinstance(getattr(stock, "boxes", None), list):
        moving = Door()
        moving.is_open.clear()
        stock.boxes = SlowBoxes(stock.boxes, moving)
        first = Call(stock, method, *boxes[0])
        moving.arrived.acquire(timeout=2)
        second = Call(stock, method, *boxes[1])
        second.rests()
        both = moving.arrived.acquire(blocking=False)
        expect(not both, f"{first} is at {first.where()} when {second} gets there, too: both have seen the same {seen}")
        moving.is_open.set()
