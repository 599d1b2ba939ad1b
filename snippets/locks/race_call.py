"""Sell tickets at four windows, with a call between read and write."""

import sys
import threading

WINDOWS, TICKETS, ROUNDS = 4, 150_000, 20
sold = 0
opening = threading.Barrier(WINDOWS)


def one_more(count: int) -> int:
    return count + 1


def sell() -> None:
    global sold
    opening.wait()
    for _ in range(TICKETS):
        sold = one_more(sold)


def share_lost_in_one_round() -> float:
    global sold
    sold = 0
    windows = [threading.Thread(target=sell) for _ in range(WINDOWS)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    return 1 - sold / (WINDOWS * TICKETS)


sys.setswitchinterval(1e-5)
lost = [share_lost_in_one_round() for _ in range(ROUNDS)]
print(f"lost something in {sum(n > 0 for n in lost)} of {ROUNDS} rounds")
print(f"least {min(lost):.1%}, most {max(lost):.1%} of the tickets")

# /// run
# timeout = 30
# output = "varies"
# because = "the scheduler decides how many tickets are lost"
# ///
