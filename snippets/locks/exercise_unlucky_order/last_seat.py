"""Two desks sell the last seat, and each uses the lock twice."""

import threading

seats = 1
guests = []
lock = threading.Lock()


def sell(guest):
    global seats
    with lock:
        is_free = seats > 0
    if is_free:
        with lock:
            seats -= 1
            guests.append(guest)


desks = [
    threading.Thread(target=sell, args=("Ann",), name="desk 1"),
    threading.Thread(target=sell, args=("Ben",), name="desk 2"),
]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("in one seat:", *sorted(guests))
