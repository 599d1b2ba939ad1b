"""The check of `transfer`: plain `pytest` in this folder runs it."""

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
from transfer import Account, transfer


class Bank:
    """Two accounts, and what an auditor saw who held both locks."""

    def __init__(self) -> None:
        self.a = Account(1, 100)
        self.b = Account(2, 100)
        self.seen = 200

    def audit(self) -> None:
        """Look if both locks are free; never wait, and so never be part of a deadlock."""
        if self.a.lock.acquire(blocking=False):
            if self.b.lock.acquire(blocking=False):
                self.seen = self.a.balance + self.b.balance
                self.b.lock.release()
            self.a.lock.release()


def a_and_b_hold(a: int, b: int) -> Callable[[Bank], None]:
    def check(bank: Bank) -> None:
        assert bank.seen == 200, f"to an auditor with both locks, together the accounts hold {bank.seen}, not 200"
        held = bank.a.balance, bank.b.balance
        assert held == (a, b), f"in the end a holds {held[0]} and b holds {held[1]}, not {a} and {b}"

    return check


def test_one_thread_alone() -> None:
    def use(bank: Bank) -> None:
        transfer(bank.a, bank.b, 30)
        transfer(bank.b, bank.a, 10)

    in_every_order(Bank, {"one thread": use}, a_and_b_hold(80, 120))


def test_an_account_pays_itself() -> None:
    in_every_order(Bank, {"transfer(a, a, 10)": lambda bank: transfer(bank.a, bank.a, 10)}, a_and_b_hold(100, 100))


def test_two_transfers_the_same_way() -> None:
    in_every_order(
        Bank,
        {
            "transfer(a, b, 10)": lambda bank: transfer(bank.a, bank.b, 10),
            "transfer(a, b, 20)": lambda bank: transfer(bank.a, bank.b, 20),
        },
        a_and_b_hold(70, 130),
    )


def test_two_transfers_both_ways() -> None:
    in_every_order(
        Bank,
        {
            "transfer(a, b, 10)": lambda bank: transfer(bank.a, bank.b, 10),
            "transfer(b, a, 20)": lambda bank: transfer(bank.b, bank.a, 20),
        },
        a_and_b_hold(110, 90),
    )


def test_an_auditor_who_holds_both_locks_sees_all_the_money() -> None:
    in_every_order(
        Bank,
        {"transfer(a, b, 10)": lambda bank: transfer(bank.a, bank.b, 10), "audit": lambda bank: bank.audit()},
        a_and_b_hold(90, 110),
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
