"""Keep a lock forever, because an exception jumped over the release."""

import threading

till = threading.Lock()
seats = ["A1", "A2"]


def sell(seat):
    till.acquire()
    seats.remove(seat)
    till.release()


try:
    sell("Z9")
except ValueError as error:
    print("ValueError:", error)
print("the till is locked:", till.locked())
print("next customer gets the till:", till.acquire(timeout=0.1))
