"""The check of `transfer`: plain `pytest` in this folder runs it."""

from collections.abc import Callable

from transfer import Account, transfer

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


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


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(bank: Bank) -> None:
        transfer(bank.a, bank.b, 30)
        transfer(bank.b, bank.a, 10)

    in_every_order(Bank, {"one thread": use}, a_and_b_hold(80, 120))


def test_an_account_pays_itself(in_every_order: InEveryOrder) -> None:
    in_every_order(Bank, {"transfer(a, a, 10)": lambda bank: transfer(bank.a, bank.a, 10)}, a_and_b_hold(100, 100))


def test_two_transfers_the_same_way(in_every_order: InEveryOrder) -> None:
    in_every_order(
        Bank,
        {
            "transfer(a, b, 10)": lambda bank: transfer(bank.a, bank.b, 10),
            "transfer(a, b, 20)": lambda bank: transfer(bank.a, bank.b, 20),
        },
        a_and_b_hold(70, 130),
    )


def test_two_transfers_both_ways(in_every_order: InEveryOrder) -> None:
    in_every_order(
        Bank,
        {
            "transfer(a, b, 10)": lambda bank: transfer(bank.a, bank.b, 10),
            "transfer(b, a, 20)": lambda bank: transfer(bank.b, bank.a, 20),
        },
        a_and_b_hold(110, 90),
    )


def test_an_auditor_who_holds_both_locks_sees_all_the_money(in_every_order: InEveryOrder) -> None:
    in_every_order(
        Bank,
        {"transfer(a, b, 10)": lambda bank: transfer(bank.a, bank.b, 10), "audit": lambda bank: bank.audit()},
        a_and_b_hold(90, 110),
    )
