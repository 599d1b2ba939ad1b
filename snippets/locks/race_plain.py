"""Sell a million tickets at four desks, with a plain `+=` and no lock."""

import threading

TICKETS = 250_000
sold = 0


def sell():
    global sold
    for _ in range(TICKETS):
        sold += 1


desks = [threading.Thread(target=sell) for _ in range(4)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print(f"sold: {4 * TICKETS} tickets")
print(f"counted: {sold} tickets")

# /// run
# timeout = 30
# python = ["3.11", "3.12", "3.13", ">=3.14"]
# ///
