"""The check of `safe_account`: plain `pytest` in this folder runs it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from safe_account import Account

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(account: Account) -> None:
        assert account.withdraw(101) is False, "of 100, withdraw(101) must answer False"
        assert account.withdraw(40) is True, "of 100, withdraw(40) must answer True"
        account.deposit(50)

    def used(account: Account) -> None:
        assert account.balance == 110, f"100 - 40 + 50 makes 110, but the account says {account.balance}"

    in_every_order(lambda: Account(100), {"one thread": use}, used)


def test_one_thread_alone_after_a_mistake(in_every_order: InEveryOrder) -> None:
    nonsense: Any = "ten"

    def use(account: Account) -> None:
        for call in (account.deposit, account.withdraw):
            with suppress(TypeError):
                call(nonsense)
            account.deposit(10)

    def used(account: Account) -> None:
        assert account.balance == 120, f"100 + 10 + 10 makes 120, but the account says {account.balance}"

    in_every_order(lambda: Account(100), {"one thread": use}, used)


def test_two_deposits_at_once(in_every_order: InEveryOrder) -> None:
    def both_count(account: Account) -> None:
        assert account.balance == 130, f"100 + 10 + 20 makes 130, but the account says {account.balance}"

    in_every_order(
        lambda: Account(100),
        {"deposit(10)": lambda account: account.deposit(10), "deposit(20)": lambda account: account.deposit(20)},
        both_count,
    )


def test_a_deposit_and_a_withdrawal_at_once(in_every_order: InEveryOrder) -> None:
    def both_count(account: Account) -> None:
        assert account.balance == 80, f"100 + 10 - 30 makes 80, but the account says {account.balance}"

    in_every_order(
        lambda: Account(100),
        {"deposit(10)": lambda account: account.deposit(10), "withdraw(30)": lambda account: account.withdraw(30)},
        both_count,
    )


def test_money_is_not_spent_twice(in_every_order: InEveryOrder) -> None:
    def one_is_refused(account: Account) -> None:
        assert account.balance == 30, f"withdrawing 70 twice from 100 leaves 30, but the account says {account.balance}"

    in_every_order(
        lambda: Account(100),
        {
            "first withdraw(70)": lambda account: account.withdraw(70),
            "second withdraw(70)": lambda account: account.withdraw(70),
        },
        one_is_refused,
    )
