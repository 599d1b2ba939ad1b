"""The longest silence of a ticking clock while another thread works."""

import hashlib
import random
import threading
import time
from itertools import pairwise

numbers = [random.random() for _ in range(400_000)]
recording = bytes(60_000_000)


def loop():
    for _ in range(5_000_000):
        pass


def sort():
    sorted(numbers)


def digest():
    hashlib.sha256(recording)


def longest_silence(work):
    worker = threading.Thread(target=work)
    ticks = [time.perf_counter()]
    worker.start()
    while worker.is_alive():
        ticks.append(time.perf_counter())
        time.sleep(0.001)
    ticks.append(time.perf_counter())
    return max(tick - before for before, tick in pairwise(ticks))


for work in (loop, sort, digest):
    print(f"{work.__name__:6} {longest_silence(work) * 1000:6.1f} ms")

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''sort > 5 * loop and sort > 5 * digest or free_threaded'''
# ///
