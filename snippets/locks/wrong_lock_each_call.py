"""Lose a ticket although every window holds a lock, each its own."""

import threading

sold = 0
both_have_read = threading.Barrier(2)


def sell() -> None:
    global sold
    sold_lock = threading.Lock()
    with sold_lock:
        seen = sold
        both_have_read.wait()
        sold = seen + 1


windows = [threading.Thread(target=sell) for _ in range(2)]
for window in windows:
    window.start()
for window in windows:
    window.join()
print("tickets sold: 2, counted:", sold)
