"""Lose exactly one of two tickets, in every run."""

import threading

sold = 0
both_have_read = threading.Barrier(2)


def sell() -> None:
    global sold
    seen = sold
    both_have_read.wait()
    sold = seen + 1


windows = [threading.Thread(target=sell) for _ in range(2)]
for window in windows:
    window.start()
for window in windows:
    window.join()
print("tickets sold: 2, counted:", sold)
