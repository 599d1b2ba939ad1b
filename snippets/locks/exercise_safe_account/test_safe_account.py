"""The check of `safe_account`: plain `pytest` in this folder runs it."""

from collections.abc import Callable
from typing import Any

import pytest
from safe_account import Account

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Branch:
    """An account, and what its calls gave."""

    def __init__(self, balance: int) -> None:
        self.account = Account(balance)
        self.told: list[object] = []
        self.seen: list[object] = []

    def withdraw(self, amount: int) -> None:
        """Take out, and keep what it told."""
        told = self.account.withdraw(amount)
        self.told.append(told)

    def look(self) -> None:
        """Look at the balance, step by step."""
        seen = self.account.balance
        self.seen.append(seen)

    def both(self) -> None:
        """Pay in and take out."""
        self.account.deposit(20)
        self.withdraw(60)

    def fail(self, method: str) -> None:
        """Call with what is no amount."""
        try:
            getattr(self.account, method)("ten")
        except Exception as error:
            self.told.append(type(error))

    def holds(self, amount: int, because: str) -> None:
        """See what the account says."""
        held = self.account.balance
        assert held == amount, f"{because}, but the account says {held}"


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(branch: Branch) -> None:
        for amount in (101, 40, 60, 1):
            branch.withdraw(amount)
        branch.account.deposit(50)

    def used(branch: Branch) -> None:
        for amount, held, told, right in zip(
            (101, 40, 60, 1), (100, 100, 60, 0), branch.told, (False, True, True, False), strict=True
        ):
            assert told is right, f"where the account holds {held}, withdraw({amount}) must tell {right}, not {told}"
        branch.holds(50, "100 - 40 - 60 + 50 makes 50")

    in_every_order(lambda: Branch(100), {"one thread": use}, used)


def test_two_accounts(in_every_order: InEveryOrder) -> None:
    def use(accounts: list[Account]) -> None:
        accounts[0].deposit(10)
        accounts[1].withdraw(5)

    def used(accounts: list[Account]) -> None:
        held = [account.balance for account in accounts]
        assert held == [10, 2], f"Account() with 10 paid in and Account(7) with 5 taken out hold 10 and 2, not {held}"

    in_every_order(lambda: [Account(), Account(7)], {"one thread": use}, used)


def test_after_a_mistake(in_every_order: InEveryOrder) -> None:
    for method in ("deposit", "withdraw"):

        def afterwards(branch: Branch, method: str = method) -> None:
            assert branch.told, f'{method}("ten") must fail with an exception, and it raises none'
            branch.holds(100, f'{method}("ten") has failed and changes nothing')
            branch.account.deposit(20)
            branch.withdraw(30)
            branch.holds(90, f'after {method}("ten") has failed, 100 + 20 - 30 makes 90')

        call = f'{method}("ten")'
        in_every_order(lambda: Branch(100), {call: lambda branch, method=method: branch.fail(method)}, afterwards)


def test_two_deposits_at_once(in_every_order: InEveryOrder) -> None:
    in_every_order(
        lambda: Branch(100),
        {
            "deposit(10)": lambda branch: branch.account.deposit(10),
            "deposit(20)": lambda branch: branch.account.deposit(20),
        },
        lambda branch: branch.holds(130, "100 + 10 + 20 makes 130"),
    )


def test_a_deposit_and_a_withdrawal_at_once(in_every_order: InEveryOrder) -> None:
    in_every_order(
        lambda: Branch(100),
        {"deposit(10)": lambda branch: branch.account.deposit(10), "withdraw(30)": lambda branch: branch.withdraw(30)},
        lambda branch: branch.holds(80, "100 + 10 - 30 makes 80"),
    )


def test_money_is_not_spent_twice(in_every_order: InEveryOrder) -> None:
    def one_is_refused(branch: Branch) -> None:
        branch.holds(0, "withdrawing 70 twice from 70 leaves 0")
        told = sorted(map(repr, branch.told))
        assert told == ["False", "True"], f"of two withdraw(70) from 70, one must tell True and one False, not {told}"

    in_every_order(
        lambda: Branch(70),
        {
            "first withdraw(70)": lambda branch: branch.withdraw(70),
            "second withdraw(70)": lambda branch: branch.withdraw(70),
        },
        one_is_refused,
    )


def test_a_deposit_that_makes_a_withdrawal_possible(in_every_order: InEveryOrder) -> None:
    def either(branch: Branch) -> None:
        told: Any = branch.told[0]
        left = 70 - 60 * (told is True)
        branch.holds(left, f"where withdraw(60) of 50 + 20 tells {told}, {left} is left")

    in_every_order(
        lambda: Branch(50),
        {"deposit(20)": lambda branch: branch.account.deposit(20), "withdraw(60)": lambda branch: branch.withdraw(60)},
        either,
    )


LOOKS: dict[str, tuple[dict[str, Callable[[Branch], None]], tuple[int, ...]]] = {
    "while withdraw(60) of 50 is refused": ({"withdraw(60)": lambda branch: branch.withdraw(60)}, (50,)),
    "while deposit(20) and withdraw(60) are at work on 50": (
        {"deposit(20), withdraw(60)": Branch.both},
        (50, 70, 10),
    ),
}


@pytest.mark.parametrize("case", LOOKS)
def test_the_balance_says_what_is_in_it_at_any_time(case: str, in_every_order: InEveryOrder) -> None:
    threads, true = LOOKS[case]

    def was_in_it(branch: Branch) -> None:
        seen = branch.seen[0]
        assert seen in true, f"{case}, balance says {seen}, which was never in the account"

    in_every_order(lambda: Branch(50), {**threads, "a look": Branch.look}, was_in_it)


def test_three_at_once(in_every_order: InEveryOrder) -> None:
    in_every_order(
        lambda: Branch(100),
        {
            "deposit(10)": lambda branch: branch.account.deposit(10),
            "deposit(20)": lambda branch: branch.account.deposit(20),
            "withdraw(40)": lambda branch: branch.withdraw(40),
        },
        lambda branch: branch.holds(90, "100 + 10 + 20 - 40 makes 90"),
    )
