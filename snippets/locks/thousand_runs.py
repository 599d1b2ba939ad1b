"""Test an unlocked counter a thousand times, each time with two threads."""

import threading

ROUNDS = 1_000
sold = 0


def one_more(count: int) -> int:
    return count + 1


def sell() -> None:
    global sold
    sold = one_more(sold)


lost = 0
for _ in range(ROUNDS):
    sold = 0
    windows = [threading.Thread(target=sell) for _ in range(2)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    lost += 2 - sold
print("rounds:", ROUNDS, "tickets lost:", lost)

# /// run
# output = "varies"
# because = "the scheduler could switch just there, and almost never does"
# rare = true
# ///
