"""Forty calls of three kinds, shared out among one, two, and forty threads."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor

PICTURE = bytes(3_000_000)
SIZES = {"one thread": 1, "two threads": 2, "forty threads": 40}


def wait(_):
    time.sleep(0.01)  # in place of waiting for a station


def compute(_):
    return sum(number * number for number in range(30_000))


def checksum(_):
    return hashlib.sha256(PICTURE).hexdigest()


def seconds(work, workers):
    begin = time.perf_counter()
    with ThreadPoolExecutor(max_workers=workers) as executor:
        list(executor.map(work, range(40)))
    return time.perf_counter() - begin


for work in (wait, compute, checksum):
    for name, workers in SIZES.items():
        best = min(seconds(work, workers) for _ in range(2))
        print(f"{work.__name__}, {name}: {1000 * best:.0f} milliseconds")

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time"
# shows = '''(wait_forty_threads < 0.1 * wait_one_thread
#   and (compute_two_threads > 0.8 * compute_one_thread or free_threaded)
#   and checksum_two_threads < 0.85 * checksum_one_thread
#   and compute_forty_threads > 0.1 * compute_one_thread
#   and checksum_forty_threads > 0.1 * checksum_one_thread)'''
# ///
