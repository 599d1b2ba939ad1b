"""Sell a million tickets at four desks, with a call between read and write."""

import threading

TICKETS = 250_000
sold = 0


def one_more(count):
    return count + 1


def sell():
    global sold
    for _ in range(TICKETS):
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
# output = "varies"
# because = "the system decides when the threads take turns"
# shows = '''counted < sold'''
# ///
