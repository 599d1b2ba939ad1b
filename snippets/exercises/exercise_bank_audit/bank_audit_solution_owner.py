"""One thread owns the accounts. Everybody else puts an order into its queue and waits for the answer.

No lock is needed, because nothing is shared: one order is done completely before the next one begins. A `Future`
carries the answer back, or the exception, so that a mistake hurts the one who made it, not the owner.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import Queue
from typing import Any

Order = tuple[Future[Any], Callable[[], Any]]


class Bank:
    """Accounts with names, and money that moves between them."""

    def __init__(self, balances: dict[str, int]) -> None:
        """Open the bank, and start the owner."""
        self.balances = dict(balances)  # from here on, only the owner looks at it
        self.orders: Queue[Order | None] = Queue()
        self.owner = threading.Thread(target=self.serve, name="owner")
        self.owner.start()

    def serve(self) -> None:
        """Do one order after the other, until the bank closes."""
        while (order := self.orders.get()) is not None:
            answer, work = order
            try:
                answer.set_result(work())
            except Exception as mistake:
                answer.set_exception(mistake)

    def ask(self, work: Callable[[], Any]) -> Any:
        """Let the owner do `work`; wait for what comes out of it."""
        answer: Future[Any] = Future()
        self.orders.put((answer, work))
        return answer.result()

    def transfer(self, source: str, target: str, amount: int) -> bool:
        """Move `amount` and return True, or move nothing and return False if `source` has less than that."""

        def move() -> bool:
            if target not in self.balances:
                raise KeyError(target)
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

        return bool(self.ask(move))

    def audit(self) -> dict[str, int]:
        """Tell what every account holds, all at the same moment."""
        balances: dict[str, int] = self.ask(lambda: dict(self.balances))
        return balances

    def close(self) -> None:
        """Send the owner home, and wait until it has gone."""
        self.orders.put(None)
        self.owner.join()
