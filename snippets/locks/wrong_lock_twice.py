"""Hang: a method that holds the lock calls a method that takes it."""

import threading


class BoxOffice:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.sold = 0

    def sell(self) -> None:
        with self._lock:
            self.sold += 1

    def sell_family(self) -> None:
        with self._lock:
            for _ in range(4):
                self.sell()


office = BoxOffice()
print("selling four tickets")
office.sell_family()
print("sold:", office.sold)

# /// run
# timeout = 2
# ends = "timeout"
# ///
