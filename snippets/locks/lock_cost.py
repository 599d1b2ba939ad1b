"""Compare a lock for each ticket with a lock for each thousand tickets."""

import threading
import time
from collections.abc import Callable

sold = 0
sold_lock = threading.Lock()


def per_ticket() -> None:
    global sold
    for _ in range(50_000):
        with sold_lock:
            sold += 1


def per_thousand() -> None:
    global sold
    for _ in range(50):
        mine = sum(1 for _ in range(1_000))
        with sold_lock:
            sold += mine


def milliseconds(target: Callable[[], None]) -> float:
    windows = [threading.Thread(target=target) for _ in range(4)]
    begin = time.perf_counter()
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    return (time.perf_counter() - begin) * 1000


for target in (per_ticket, per_thousand):
    best = min(milliseconds(target) for _ in range(3))
    print(f"{target.__name__:13} {best:6.1f} ms for 200 000 tickets")

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''per_thousand < per_ticket'''
# ///
