"""Sell tickets at four windows, with a lock around read and write."""

import sys
import threading

WINDOWS, TICKETS, ROUNDS = 4, 2_500, 20
sold = 0
sold_lock = threading.Lock()
opening = threading.Barrier(WINDOWS)


def one_more(count: int) -> int:
    return count + 1


def sell() -> None:
    global sold
    opening.wait()
    for _ in range(TICKETS):
        with sold_lock:
            sold = one_more(sold)


def lost_in_one_round() -> int:
    global sold
    sold = 0
    windows = [threading.Thread(target=sell) for _ in range(WINDOWS)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    return WINDOWS * TICKETS - sold


sys.setswitchinterval(1e-5)
lost = [lost_in_one_round() for _ in range(ROUNDS)]
print(f"lost something in {sum(n > 0 for n in lost)} of {ROUNDS} rounds")
