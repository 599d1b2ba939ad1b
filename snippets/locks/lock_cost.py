"""Compare a lock for each ticket with a lock for each thousand tickets."""

import threading
import time

sold = 0
sold_lock = threading.Lock()


def lock_each_ticket():
    global sold
    for _ in range(50_000):
        with sold_lock:
            sold += 1


def lock_each_thousand():
    global sold
    for _ in range(50):
        mine = 0
        for _ in range(1_000):
            mine += 1
        with sold_lock:
            sold += mine


for way in (lock_each_ticket, lock_each_thousand):
    desks = [threading.Thread(target=way) for _ in range(4)]
    start = time.perf_counter()
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    print(f"{way.__name__}: {(time.perf_counter() - start) * 1000:.0f} ms")

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''lock_each_thousand < lock_each_ticket'''
# ///
