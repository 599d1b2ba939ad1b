"""The check of `consistent_counter`: plain `pytest` in this folder runs it."""

import linecache
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import frontrun
import pytest
from consistent_counter import Counter


def test_one_thread_alone() -> None:
    def use(counter: Counter) -> None:
        counter.incr(5)
        counter.incr(7)

    def used(counter: Counter) -> None:
        told = counter.snapshot()
        assert told == (2, 12), f"after orders of 5 and 7 euros the snapshot is (2, 12), not {told}"

    in_every_order(Counter, {"one thread": use}, used)


def test_two_orders_at_once() -> None:
    def both_count(counter: Counter) -> None:
        orders, euros = counter.snapshot()
        assert (orders, euros) == (2, 12), f"orders of 5 and 7 euros make 2 and 12, not {orders} and {euros}"

    in_every_order(
        Counter,
        {"incr(5)": lambda counter: counter.incr(5), "incr(7)": lambda counter: counter.incr(7)},
        both_count,
    )


def test_a_snapshot_while_an_order_is_counted() -> None:
    class Shop:
        """A counter, and what was read from it."""

        def __init__(self) -> None:
            self.counter = Counter()
            self.told = (0, 0)

        def read(self) -> None:
            self.told = self.counter.snapshot()

    def was_true_once(shop: Shop) -> None:
        orders, euros = shop.told
        assert shop.told in ((0, 0), (1, 5)), f"a snapshot says {orders} order and {euros} euros, which never was"

    in_every_order(
        Shop,
        {"incr(5)": lambda shop: shop.counter.incr(5), "snapshot()": lambda shop: shop.read()},
        was_true_once,
    )


# --- The same in every check from here on: how all orders are tried, and how the one that fails is told. ---

ANSWER = Path(__file__).name.removeprefix("test_")
STEP = re.compile(r"Thread (\d+) \| (\S+):(\d+) +(.+)\n.*\[(\S+) (?:\w+\.)?(\w+)\]")
VERBS = {"read": "reads", "write": "writes", "read+write": "reads and writes"}


def in_every_order(start: Callable[[], Any], threads: dict[str, Callable[[Any], object]], check: Any) -> None:
    """Run `threads` on what `start` makes, in every order of steps that can matter; `check` what each order leaves."""
    options = {"preemption_bound": None, "clock": "explored", "reproduce_on_failure": 0, "detect_io": False}
    for turn in range(len(threads)):  # each begins once: frontrun overlooks orders if one that waits never begins
        begun = [*threads.items()][turn:] + [*threads.items()][:turn]
        waits: dict[str, str] = {}
        workers = [watched(name, work, waits) for name, work in begun]
        try:
            result = frontrun.explore(start, workers, lambda state: check(state) is None, **options)
            told = "" if result.property_holds else story(result, [name for name, _ in begun], waits)
        except Exception as error:
            told = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}\n  {where_raised(error)}"
        if told:
            pytest.fail(told, pytrace=False)


def watched(name: str, work: Callable[[Any], object], waits: dict[str, str]) -> Callable[[Any], None]:
    """`work`, but when it is stopped, because nothing can go on, it notes where each thread waits."""

    def run(state: Any) -> None:
        try:
            work(state)
        except BaseException as error:
            for stack in map(list, map(traceback.walk_stack, sys._current_frames().values())):
                mine = (frame.f_locals["name"] for frame, _ in stack if frame.f_code is run.__code__)
                waits.update({whose: innermost(stack) for whose in mine})
            waits[name] = where_raised(error)
            raise

    return run


def where_raised(error: BaseException) -> str:
    """The line of the answer that raised `error`."""
    return innermost(reversed(list(traceback.walk_tb(error.__traceback__))))


def innermost(stack: Iterable[tuple[FrameType, int]]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    mine = ((frame.f_code.co_filename, line) for frame, line in stack if Path(frame.f_code.co_filename).name == ANSWER)
    return next((f"line {line}: {linecache.getline(file, line).strip()}" for file, line in mine), "asked by the check")


def story(result: Any, names: list[str], waits: dict[str, str]) -> str:
    """What went wrong, and in which order of steps, in lines of the answer."""
    if result.property_holds is None:
        return f"{ANSWER} does not come to an end: it waits, or tries again, for ever."
    if result.explanation.startswith("Deadlock"):
        standstill = f"{ANSWER} comes to a standstill: it waits for a lock or a signal that never comes."
        return "\n  ".join([standstill, *(f"{name} waits at {where}" for name, where in waits.items())])
    found = STEP.findall(result.explanation)
    shared = {what for _, file, *_, what in found if file == ANSWER}
    steps = [
        f"{names[int(number)]} {VERBS[verb]} {what} {f'at line {line}' if file == ANSWER else 'in the check'}: {source}"
        for number, file, line, source, verb, what in found
        if what in shared
    ]
    wrong = result.explanation.removeprefix("AssertionError: ").splitlines()[0]
    return "\n  ".join([wrong, f"when the threads take these steps in {ANSWER}:", *steps])
