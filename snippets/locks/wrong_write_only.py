"""Lose a ticket although every window writes under the same lock."""

import threading

sold = 0
sold_lock = threading.Lock()
both_have_read = threading.Barrier(2)


def sell() -> None:
    global sold
    seen = sold
    both_have_read.wait()
    with sold_lock:
        sold = seen + 1


windows = [threading.Thread(target=sell) for _ in range(2)]
for window in windows:
    window.start()
for window in windows:
    window.join()
print("tickets sold: 2, counted:", sold)
