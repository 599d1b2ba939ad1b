"""The check of `mend_lost_exception`: plain `pytest` in this folder runs it."""

import threading
from collections.abc import Callable
from functools import wraps

import mend_lost_exception as answer
import pytest

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
REAL_PAY = answer.pay


class Payment:
    """A call of `try_to_pay`, and of `pay` in it."""

    def __init__(self, amount: int) -> None:
        self.call_is = f"try_to_pay({amount})"
        self.amount = amount
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
            REAL_PAY(amount)

        return watched

    def call(self) -> None:
        """Try to pay, and keep what was returned."""
        self.caller = threading.get_ident()
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
    ("amount", "right"), [(5, "paid"), (1, "paid"), (-5, "nobody can pay -5 euros"), (0, "nobody can pay 0 euros")]
)
def test_the_words_of_the_error_are_returned(in_every_order: InEveryOrder, amount: int, right: str) -> None:
    in_every_order(lambda: Payment(amount), {"try_to_pay()": Payment.call}, lambda payment: payment.went_well(right))
