"""Take the same lock again in the same thread: an RLock counts."""

import threading


class BoxOffice:
    def __init__(self) -> None:
        self._lock = threading.RLock()
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
