"""Sell to a family, first with an `RLock` and then with a `Lock`."""

import threading


class BoxOffice:
    def __init__(self, lock):
        self.lock = lock
        self.sold = 0

    def sell(self):
        with self.lock:
            self.sold += 1

    def sell_family(self):
        with self.lock:
            for _ in range(4):
                self.sell()


for kind in (threading.RLock, threading.Lock):
    office = BoxOffice(kind())
    print("a family comes")
    office.sell_family()
    print("sold:", office.sold)

# /// run
# timeout = 2
# ends = "timeout"
# ///
