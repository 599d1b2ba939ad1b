"""The check of `transfer`: plain `pytest` in this folder runs it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from transfer import Account, transfer

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
NUMBERS = [(3, 1, 2), (12, 2, 22), (-1, -2, 0), (5, -5, 0)]  # some alike: in the last digit, the hash, without the sign


class Bank:
    """Three accounts, and what an auditor saw; the numbers are not in the order of the names."""

    def __init__(self, b: int = 100, numbers: tuple[int, int, int] = NUMBERS[0]) -> None:
        self.a: Any = Account(numbers[0], 100)
        self.b: Any = Account(numbers[1], b)
        self.c: Any = Account(numbers[2], 100)
        self.seen: list[object] = []
        self.failed = False
        self.returned = ""
        assert hasattr(self.a, "lock"), "an Account must keep its lock as its attribute lock"
        own = self.a.lock is not self.b.lock
        assert own, f"two objects of Account have the same lock, and each must have one of its own{head()}"

    def audit(self) -> None:
        """Look, step by step, if both locks are free; never wait, and so never be part of a deadlock."""
        if self.a.lock.acquire(False):
            if self.b.lock.acquire(False):
                seen = self.a.balance + self.b.balance
                self.seen.append(seen)
                self.b.lock.release()
            self.a.lock.release()

    def look_at_b(self) -> None:
        """Look twice at one account, step by step, with its lock."""
        with self.b.lock:
            first = self.b.balance
            second = self.b.balance
        self.seen.append((first, second))

    def pay(self, source: str, target: str, amount: int) -> None:
        """Transfer, and see that it gives nothing."""
        call: Any = transfer  # it may give something, although it should not
        told = call(getattr(self, source), getattr(self, target), amount)
        if told is not None:
            self.returned = f"transfer({source}, {target}, {amount}) returned {told!r}; it should return nothing"

    def fail(self, source: str, target: str) -> None:
        """Transfer what is no amount."""
        call: Any = transfer
        try:
            call(getattr(self, source), getattr(self, target), "ten")
        except Exception:
            self.failed = True


def head() -> str:
    """The line of the answer with which Account begins."""
    lines = Path(__file__).with_name("transfer.py").read_text(encoding="utf-8").splitlines()
    numbered = (f"\nline {at}: {line}" for at, line in enumerate(lines, 1) if line.startswith("class Account"))
    return next(numbered, "")


def after(a: int, b: int, c: int = 100) -> Callable[[Bank], None]:
    """What the accounts hold in the end."""

    def check(bank: Bank) -> None:
        assert not bank.returned, bank.returned
        for seen in bank.seen:
            if isinstance(seen, tuple):
                same = seen[0] == seen[1]
                assert same, f"who holds the lock of b sees {seen[0]} in it and then {seen[1]}: it changes meanwhile"
            else:
                assert seen == 200, f"to an auditor with both locks, together the accounts hold {seen}, not 200"
        for name, right in (("a", a), ("b", b), ("c", c)):
            account = getattr(bank, name)
            held = account.balance
            assert held == right, f"in the end {name} holds {held}, not {right}"
            free = account.lock.acquire(False)
            assert free, f"all calls of transfer have come back, and the lock of {name} is still taken"

    return check


def pays(*payments: tuple[str, str, int]) -> dict[str, Callable[[Bank], None]]:
    """A thread for each payment."""

    def thread(source: str, target: str, amount: int) -> Callable[[Bank], None]:
        return lambda bank: bank.pay(source, target, amount)

    return {f"transfer({s}, {t}, {n})": thread(s, t, n) for s, t, n in payments}


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(bank: Bank) -> None:
        bank.pay("a", "b", 30)
        bank.pay("b", "a", 10)
        bank.pay("b", "c", 140)
        bank.pay("a", "c", -5)

    in_every_order(Bank, {"one thread": use}, after(85, -20, 235))


def test_an_account_pays_itself(in_every_order: InEveryOrder) -> None:
    in_every_order(Bank, pays(("a", "a", 10)), after(100, 100))


def test_two_transfers_the_same_way(in_every_order: InEveryOrder) -> None:
    in_every_order(Bank, pays(("a", "b", 10), ("a", "b", 20)), after(70, 130))


def test_two_transfers_both_ways(in_every_order: InEveryOrder) -> None:
    for numbers in NUMBERS:
        bank = partial(Bank, numbers=numbers)
        in_every_order(bank, pays(("a", "b", 10), ("b", "a", 20)), after(110, 90))
    in_every_order(Bank, pays(("a", "b", 10), ("b", "a", 10)), after(100, 100))
    for b in (50, 150):
        in_every_order(lambda b=b: Bank(b), pays(("a", "b", 10), ("b", "a", 20)), after(110, b - 10))


def test_an_account_pays_itself_while_another_pays_it(in_every_order: InEveryOrder) -> None:
    in_every_order(Bank, pays(("a", "a", 10), ("b", "a", 20)), after(120, 80))


def test_three_transfers_in_a_circle(in_every_order: InEveryOrder) -> None:
    in_every_order(Bank, pays(("a", "b", 10), ("b", "c", 20), ("c", "a", 30)), after(120, 90, 90))


def test_three_transfers_between_two(in_every_order: InEveryOrder) -> None:
    in_every_order(Bank, pays(("a", "b", 10), ("b", "a", 20), ("a", "b", 30)), after(80, 120))


def test_two_transfers_to_the_same_account(in_every_order: InEveryOrder) -> None:
    in_every_order(Bank, pays(("a", "b", 10), ("c", "b", 20)), after(90, 130, 80))


def test_an_auditor_who_holds_both_locks_sees_all_the_money(in_every_order: InEveryOrder) -> None:
    for source, target, a, b in (("a", "b", 90, 110), ("b", "a", 110, 90)):
        in_every_order(Bank, {**pays((source, target, 10)), "audit": lambda bank: bank.audit()}, after(a, b))


def test_who_holds_the_lock_of_an_account_sees_no_change(in_every_order: InEveryOrder) -> None:
    for source, target, a, b in (("a", "b", 90, 110), ("b", "a", 110, 90)):
        in_every_order(Bank, {**pays((source, target, 10)), "a look": lambda bank: bank.look_at_b()}, after(a, b))


@pytest.mark.parametrize(("source", "target"), [("a", "b"), ("b", "a")])
def test_a_transfer_that_fails(in_every_order: InEveryOrder, source: str, target: str) -> None:
    call = f'transfer({source}, {target}, "ten")'

    def has_failed(check: Callable[[Bank], None]) -> Callable[[Bank], None]:
        def look(bank: Bank) -> None:
            assert bank.failed, f"{call} must fail with an exception, and it raises none"
            check(bank)

        return look

    fails = {call: lambda bank: bank.fail(source, target)}
    in_every_order(Bank, fails, has_failed(after(100, 100)))
    in_every_order(Bank, {**fails, **pays(("a", "b", 10))}, has_failed(after(90, 110)))
