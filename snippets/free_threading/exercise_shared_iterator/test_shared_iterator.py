"""The check of `shared_iterator`: plain `pytest` in this folder runs it."""

import inspect
import linecache
import sys
import threading
import traceback
from collections.abc import Callable, Iterator

import pytest
import shared_iterator
from shared_iterator import OneAtATime

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
ABSENT = object()


class Tickets:
    """An iterator over some numbers; it notices a second thread inside, and may fail in the middle."""

    def __init__(self, last: int, fails_at: int = 0, failure: BaseException | None = None) -> None:
        self.number = 0
        self.last = last
        self.fails_at = fails_at
        self.inside = False
        self.crowded = ""  # what a second thread inside was at
        self.failure = failure or OSError("no paper")
        self.door = threading.Lock()  # a step, at which another thread may come

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        if self.inside:
            self.crowded = self.crowded or asker()
        self.inside = True
        with self.door:
            self.number = self.number + 1
        self.inside = False
        if self.number == self.fails_at:
            raise self.failure
        if self.number > self.last:
            raise StopIteration
        return self.number


class Desk:
    """Where threads take tickets: what they got, and how it ended for them."""

    def __init__(self, last: int, fails_at: int = 0, failure: BaseException | None = None) -> None:
        self.numbers = Tickets(last, fails_at, failure)
        self.tickets = OneAtATime(self.numbers)
        self.got: list[object] = []
        self.ends: list[str] = []
        self.calls: list[str] = []  # what came of each

    def take_twice(self) -> None:
        """Take two tickets, one after the other."""
        self.take()
        self.take()

    def one_at_a_time(self) -> None:
        """See that no two threads ever were in the iterator at once."""
        told = "a second thread came into the iterator while the first was still inside"
        assert not self.numbers.crowded, f"{told}\n{self.numbers.crowded}"

    def take(self) -> None:
        """Take the next ticket."""
        try:
            ticket = next(iter(self.tickets))  # as each loop does
        except BaseException as error:
            if not isinstance(error, StopIteration) and error is not self.numbers.failure:
                raise  # it is the answer's own
            self.ends = [*self.ends, type(error).__name__]
            self.calls = [*self.calls, self.ends[-1]]
        else:
            self.got = [*self.got, ticket]
            self.calls = [*self.calls, f"ticket {ticket}"]


def asker() -> str:
    """The line of the answer that asks for an item."""
    frames = (frame for frame, _ in traceback.walk_stack(sys._getframe()))
    asks = next(frame for frame in frames if frame.f_code.co_filename == shared_iterator.__file__)
    line = linecache.getline(asks.f_code.co_filename, asks.f_lineno)
    return f"line {asks.f_lineno}: {line.strip()}"


def place(function: str) -> str:
    """The line at which a function of the answer begins."""
    lines, number = inspect.getsourcelines(vars(OneAtATime).get(function, OneAtATime))
    return f"line {number}: {lines[0].strip()}"


def told(right: bool, what: str, function: str) -> None:
    """Fail with `what`, and the line at which a function of the answer begins, unless it is right."""
    assert right, f"{what}\n{place(function)}"


def alone(in_every_order: InEveryOrder, use: Callable[[], None]) -> None:
    """Let one thread use what it makes; where it waits forever, it is told."""
    in_every_order(list, {"one thread": lambda _: use()}, lambda _: None)


def test_one_thread_alone_gets_the_items_in_their_order(in_every_order: InEveryOrder) -> None:
    def use() -> None:
        goods = ["tea", None, "", 0, False, True, -1, (), StopIteration, "milk", "milk"]
        items = [item for _, item in zip(range(12), OneAtATime(goods), strict=False)]
        told(items == goods, f"of {goods}, a loop got {items}", "__next__")
        items = [item for _, item in zip(range(4), OneAtATime(good for good in goods[:2]), strict=False)]
        told(items == goods[:2], f"of a generator of {goods[:2]}, a loop got {items}", "__next__")

    alone(in_every_order, use)


def test_two_of_them_have_items_of_their_own(in_every_order: InEveryOrder) -> None:
    def use() -> None:
        goods = ["tea", "milk"]
        one, other = OneAtATime(goods), OneAtATime(goods)
        items = [[*zip(range(2), of, strict=False)] for of in (one, other)]
        right = items[0] == items[1] == [(0, "tea"), (1, "milk")]
        told(right, "two OneAtATime of one list do not get all items each", "__init__")

    alone(in_every_order, use)


def test_it_is_its_own_iterator(in_every_order: InEveryOrder) -> None:
    def use() -> None:
        tickets = OneAtATime("abc")
        right = iter(tickets) is tickets
        told(right, "iter() of a OneAtATime returns something else than the object itself", "__iter__")

    alone(in_every_order, use)


def test_another_loop_goes_on_where_the_first_one_was(in_every_order: InEveryOrder) -> None:
    def use() -> None:
        goods = ["tea", "milk"]
        tickets = OneAtATime(goods)
        items = [next(iter(tickets), ABSENT) for _ in range(3)]  # as three loops do
        what = f"three loops over one OneAtATime of {goods}, which all break at once, do not get one item each"
        told(items == [*goods, ABSENT], what, "__iter__")

    alone(in_every_order, use)


def test_nothing_is_taken_before_somebody_asks(in_every_order: InEveryOrder) -> None:
    def use() -> None:
        numbers = Tickets(last=9)
        tickets = OneAtATime(numbers)
        told(numbers.number == 0, f"OneAtATime(…) takes {numbers.number} items, and nobody asked yet", "__init__")
        next(tickets)
        told(numbers.number == 1, f"the first next() takes {numbers.number} items instead of one", "__next__")

    alone(in_every_order, use)


@pytest.mark.parametrize("failure", [OSError, SystemExit])
def test_one_thread_alone_with_a_failure(failure: type[BaseException], in_every_order: InEveryOrder) -> None:
    def use(desk: Desk) -> None:
        for _ in range(5):
            desk.take()

    def all_came(desk: Desk) -> None:
        calls = ["ticket 1", failure.__name__, "ticket 3", "StopIteration", "StopIteration"]
        assert desk.calls == calls, f"five calls of next() ended with {', '.join(desk.calls)}; not {', '.join(calls)}"

    in_every_order(lambda: Desk(3, fails_at=2, failure=failure("no paper")), {"one thread": use}, all_came)


def test_the_end_stays_the_end(in_every_order: InEveryOrder) -> None:
    def use(end: list[OneAtATime]) -> None:
        for number in range(4):
            item = next(end[0], ABSENT)
            right = item == "tea" if number == 0 else item is ABSENT
            assert right, f"after its end, next() has to raise StopIteration each time; see {place('__next__')}"

    in_every_order(lambda: [OneAtATime(["tea"])], {"one thread": use}, lambda _: None)


def test_two_threads_at_once(in_every_order: InEveryOrder) -> None:
    def each_once(desk: Desk) -> None:
        desk.one_at_a_time()
        assert sorted(map(str, desk.got)) == ["1", "2"], (
            f"two threads took one ticket each: {desk.got}; see {place('__next__')}"
        )

    in_every_order(lambda: Desk(2), {"first": Desk.take, "second": Desk.take}, each_once)


def test_two_threads_at_once_at_the_end(in_every_order: InEveryOrder) -> None:
    def one_came_late(desk: Desk) -> None:
        desk.one_at_a_time()
        assert desk.got == [1], f"there was one ticket, and the two threads got {desk.got}"
        assert desk.ends == ["StopIteration"], f"one thread came too late, and it ended with {desk.ends}"

    in_every_order(lambda: Desk(1), {"first": Desk.take, "second": Desk.take}, one_came_late)


def test_two_threads_ask_again_at_the_end(in_every_order: InEveryOrder) -> None:
    def all_end(desk: Desk) -> None:
        desk.one_at_a_time()
        told = f"there was no ticket, and four calls of next() ended with {desk.ends}"
        assert desk.ends == ["StopIteration"] * 4, told

    in_every_order(lambda: Desk(0), {"first": Desk.take_twice, "second": Desk.take_twice}, all_end)


def test_one_goes_on_while_somebody_waits_in_another(in_every_order: InEveryOrder) -> None:
    class Shop:
        def __init__(self) -> None:
            self.opened = threading.Event()
            self.slow, self.quick = OneAtATime(self.goods()), OneAtATime(self.keys())

        def goods(self) -> Iterator[str]:
            self.opened.wait()
            yield "tea"

        def keys(self) -> Iterator[str]:
            yield "key"

        def open(self) -> None:
            next(self.quick)
            self.opened.set()

        def buy(self) -> None:
            next(self.slow)

    in_every_order(Shop, {"one at the slow one": Shop.buy, "one at the other": Shop.open}, lambda _: None)


@pytest.mark.parametrize("goods", [["tea", "milk"], ["tea"]], ids=["two", "one"])
def test_two_threads_share_the_items_of_a_list(goods: list[str], in_every_order: InEveryOrder) -> None:
    class Shelf:
        def __init__(self) -> None:
            self.goods = OneAtATime(goods)
            self.got: list[object] = []

        def take(self) -> None:
            item = next(self.goods, ABSENT)
            if item is not ABSENT:
                self.got = [*self.got, item]

    def each_once(shelf: Shelf) -> None:
        told = f"two threads called next() once each on {goods}, and got {shelf.got}; see {place('__next__')}"
        assert sorted(map(str, shelf.got)) == sorted(goods), told

    in_every_order(Shelf, {"first": Shelf.take, "second": Shelf.take}, each_once)
