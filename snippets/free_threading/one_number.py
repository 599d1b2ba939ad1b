"""Two threads count a million words, in one number and in a number each."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

total = 0
lock = threading.Lock()


def shared(words):
    global total
    for _ in range(words):
        with lock:
            total += 1


def own(words):
    global total
    mine = 0
    for _ in range(words):
        mine += 1
    with lock:
        total += mine


def milliseconds(work, size):
    begin = time.perf_counter()
    with ThreadPoolExecutor(size) as executor:
        list(executor.map(work, [1_000_000 // size] * size))
    return (time.perf_counter() - begin) * 1000


for work in (shared, own):
    print(f"{work.__name__} by one: {milliseconds(work, 1):.0f} ms")
    print(f"{work.__name__} by two: {milliseconds(work, 2):.0f} ms")

# /// run
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''own_by_two < 0.75 * own_by_one and shared_by_two > 0.6 * shared_by_one or not free_threaded'''
# python = ["3.14", "free-threaded"]
# ///
