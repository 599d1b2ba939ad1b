"""Sell a million tickets at four desks, with a lock around read and write."""

import threading

TICKETS = 250_000
sold = 0
sold_lock = threading.Lock()


def one_more(count):
    return count + 1


def sell():
    global sold
    for _ in range(TICKETS):
        with sold_lock:
            sold = one_more(sold)


desks = [threading.Thread(target=sell) for _ in range(4)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print(f"sold: {4 * TICKETS} tickets")
print(f"counted: {sold} tickets")

# /// run
# timeout = 30
# ///
