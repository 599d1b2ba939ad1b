"""Give the lock back even when an exception leaves the block."""

import threading

till = threading.Lock()
seats = ["A1", "A2"]


def sell(seat: str) -> None:
    with till:
        seats.remove(seat)


try:
    sell("Z9")
except ValueError as error:
    print("ValueError:", error)
print("the till is locked:", till.locked())
print("next customer gets the till:", till.acquire(timeout=0.1))
