"""Two desks look whether a seat is left, and then sell it."""

import threading

seats = 1
guests = []


def sell(guest):
    global seats
    if seats > 0:
        seats -= 1
        guests.append(guest)


desks = [
    threading.Thread(target=sell, args=("Ann",), name="desk-1"),
    threading.Thread(target=sell, args=("Ben",), name="desk-2"),
]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("in one seat:", *sorted(guests))

# /// run
# output = "varies"
# because = "each desk may look before the other sells"
# rare = true
# steps = ["sell"]
# shared = ["seats", "guests"]
# ///
