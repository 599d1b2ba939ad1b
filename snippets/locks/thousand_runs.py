"""Test an unlocked counter a thousand times, each time with two threads."""

import threading

ROUNDS = 1_000
sold = 0


def one_more(count):
    return count + 1


def sell():
    global sold
    sold = one_more(sold)


lost = 0
for _ in range(ROUNDS):
    sold = 0
    desks = [threading.Thread(target=sell) for _ in range(2)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    lost += 2 - sold
print("rounds:", ROUNDS, "tickets lost:", lost)

# /// run
# output = "varies"
# because = "the scheduler could switch just there, and almost never does"
# rare = true
# ///
