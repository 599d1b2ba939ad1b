"""The check of `mend_lost_exception`: plain `pytest` in this folder runs it."""

import threading
from collections.abc import Callable
from functools import wraps

import mend_lost_exception as answer
import pytest

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
REAL_PAY = answer.pay
EMPTY, EMPTY_WORDS = 13, "the purse is empty"  # an amount for which `pay` finds other words


class Payment:
    """A call of `try_to_pay`, and of `pay` in it; it may be the second one."""

    def __init__(self, amount: int, before: int | None = None) -> None:
        self.call_is = f"try_to_pay({amount})"
        if amount == EMPTY:
            self.call_is += f", where pay({amount}) raises ValueError({EMPTY_WORDS!r}),"
        if before is not None:
            self.call_is += f" after try_to_pay({before})"
        self.amount, self.before = amount, before
        self.caller = 0
        self.payers: list[int] = []
        self.returned: list[object] = []
        vars(answer)["pay"] = self.pay

    @property
    def pay(self) -> Callable[[int], None]:
        """What stands in for `pay`, and remembers who calls it."""

        @wraps(REAL_PAY)
        def watched(amount: int) -> None:
            self.payers.append(threading.get_ident())
            if amount == EMPTY:
                raise ValueError(EMPTY_WORDS)
            REAL_PAY(amount)

        return watched

    def call(self) -> None:
        """Try to pay, and keep what was returned."""
        self.caller = threading.get_ident()
        if self.before is not None:
            answer.try_to_pay(self.before)
            self.payers.clear()
        self.returned.append(answer.try_to_pay(self.amount))

    def went_well(self, right: str) -> None:
        """See that one thread paid, and what was returned."""
        assert self.caller not in self.payers, "pay() is called in the thread that calls try_to_pay(), not in a new one"
        returned = self.returned[0]
        assert returned == right, f"{self.call_is} returned {returned!r}, and should return {right!r}"
        assert len(self.payers) == 1, (
            f"{self.call_is} has returned, and pay() was called {len(self.payers)} times until then"
        )


@pytest.mark.parametrize(
    ("amount", "right"),
    [
        (5, "paid"),
        (1, "paid"),
        (-5, "nobody can pay -5 euros"),
        (0, "nobody can pay 0 euros"),
        (EMPTY, EMPTY_WORDS),
    ],
)
def test_the_words_of_the_error_are_returned(in_every_order: InEveryOrder, amount: int, right: str) -> None:
    in_every_order(lambda: Payment(amount), {"try_to_pay()": Payment.call}, lambda payment: payment.went_well(right))


@pytest.mark.parametrize(
    ("before", "amount", "right"), [(-5, 5, "paid"), (5, -5, "nobody can pay -5 euros"), (-5, EMPTY, EMPTY_WORDS)]
)
def test_each_call_is_for_itself(in_every_order: InEveryOrder, before: int, amount: int, right: str) -> None:
    in_every_order(
        lambda: Payment(amount, before), {"try_to_pay()": Payment.call}, lambda payment: payment.went_well(right)
    )


def test_two_calls_at_once(in_every_order: InEveryOrder) -> None:
    rights = {-5: "nobody can pay -5 euros", 5: "paid"}

    def both_went_well(payments: list[Payment]) -> None:
        for payment in payments:
            returned, right, other = payment.returned[0], rights[payment.amount], -payment.amount
            told = f"{payment.call_is}, with try_to_pay({other}) at the same time, returned {returned!r}"
            assert returned == right, f"{told}, and should return {right!r}"

    in_every_order(
        lambda: [Payment(-5), Payment(5)],
        {
            "try_to_pay(-5)": lambda payments: payments[0].call(),
            "try_to_pay(5)": lambda payments: payments[1].call(),
        },
        both_went_well,
    )
