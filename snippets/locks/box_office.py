"""Keep two numbers in step: every method takes the one lock of the object."""

import sys
import threading


class BoxOffice:
    def __init__(self, seats):
        self._lock = threading.Lock()
        self._sold, self._left = 0, seats

    def sell(self):
        with self._lock:
            if self._left == 0:
                return False
            self._sold += 1
            self._left -= 1
            return True

    def report(self):
        with self._lock:
            return self._sold, self._left


def sell_out():
    while office.sell():
        totals.add(sum(office.report()))


sys.setswitchinterval(1e-5)
office = BoxOffice(5_000)
totals = set()
desks = [threading.Thread(target=sell_out) for _ in range(4)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("sold, left:", office.report())
print("totals that were reported:", totals)
