"""Report the seats while one of them is being sold."""

import threading

half_done = threading.Event()
reported = threading.Event()


class BoxOffice:
    def __init__(self, seats):
        self.lock = threading.Lock()
        self.sold, self.left = 0, seats

    def sell(self):
        with self.lock:
            self.sold += 1
            half_done.set()
            reported.wait()
            self.left -= 1

    def report(self):
        total = self.sold + self.left
        return f"{self.sold} sold + {self.left} left = {total} seats"


office = BoxOffice(100)
desk = threading.Thread(target=office.sell)
desk.start()
half_done.wait()
print(office.report())
reported.set()
desk.join()
print(office.report())
