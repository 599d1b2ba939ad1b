"""Sell tickets at four windows at once, without a lock."""

import sys
import threading

WINDOWS, TICKETS, ROUNDS = 4, 150_000, 20
sold = 0
opening = threading.Barrier(WINDOWS)


def sell() -> None:
    global sold
    opening.wait()
    for _ in range(TICKETS):
        sold += 1


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

# /// run
# timeout = 30
# python = ["3.11", "3.12", "3.13"]
# ///
