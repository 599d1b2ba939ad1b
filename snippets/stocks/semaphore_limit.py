"""Twelve loaves share an oven, and a semaphore is its door."""

import threading
import time

counting = threading.Lock()
inside = 0
most = 0
# --8<-- [start:limit]
oven = threading.Semaphore(3)


def bake():
    global inside, most
    with oven:
        with counting:
            inside += 1
            most = max(most, inside)
        time.sleep(0.05)  # in the oven
        with counting:
            inside -= 1


# --8<-- [end:limit]
loaves = [threading.Thread(target=bake) for _ in range(12)]
for loaf in loaves:
    loaf.start()
for loaf in loaves:
    loaf.join()
print("loaves in the oven, at most:", most)
