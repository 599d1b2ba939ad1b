"""The check of `safe_account`: plain `pytest` in this folder runs it."""

import linecache
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import frontrun
import pytest
from safe_account import Account


def test_one_thread_alone() -> None:
    def use(account: Account) -> None:
        assert account.withdraw(101) is False, "of 100, withdraw(101) must answer False"
        assert account.withdraw(40) is True, "of 100, withdraw(40) must answer True"
        account.deposit(50)

    def used(account: Account) -> None:
        assert account.balance == 110, f"100 - 40 + 50 makes 110, the account says {account.balance}"

    in_every_order(lambda: Account(100), {"one thread": use}, used)


def test_one_thread_alone_after_a_mistake() -> None:
    nonsense: Any = "ten"

    def use(account: Account) -> None:
        for call in (account.deposit, account.withdraw):
            with suppress(TypeError):
                call(nonsense)
            account.deposit(10)

    def used(account: Account) -> None:
        assert account.balance == 120, f"100 + 10 + 10 makes 120, the account says {account.balance}"

    in_every_order(lambda: Account(100), {"one thread": use}, used)


def test_two_deposits_at_once() -> None:
    def both_count(account: Account) -> None:
        assert account.balance == 130, f"100 + 10 + 20 makes 130, the account says {account.balance}"

    in_every_order(
        lambda: Account(100),
        {"deposit(10)": lambda account: account.deposit(10), "deposit(20)": lambda account: account.deposit(20)},
        both_count,
    )


def test_a_deposit_and_a_withdrawal_at_once() -> None:
    def both_count(account: Account) -> None:
        assert account.balance == 80, f"100 + 10 - 30 makes 80, the account says {account.balance}"

    in_every_order(
        lambda: Account(100),
        {"deposit(10)": lambda account: account.deposit(10), "withdraw(30)": lambda account: account.withdraw(30)},
        both_count,
    )


def test_money_is_not_spent_twice() -> None:
    def one_is_refused(account: Account) -> None:
        assert account.balance == 30, f"withdrawing 70 twice from 100 leaves 30, the account says {account.balance}"

    in_every_order(
        lambda: Account(100),
        {
            "first withdraw(70)": lambda account: account.withdraw(70),
            "second withdraw(70)": lambda account: account.withdraw(70),
        },
        one_is_refused,
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
