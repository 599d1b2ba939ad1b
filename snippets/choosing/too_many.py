"""Compute with one worker and with eight, on a single core."""

import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def recognise(page):
    return sum(dot % 7 == page for dot in range(250_000))


def seconds(workers):
    begin = time.perf_counter()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        list(executor.map(recognise, range(16)))
    return time.perf_counter() - begin


if __name__ == "__main__":
    # --8<-- [start:workers]
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # as in a small container
    allowed = len(os.sched_getaffinity(0))
    print(f"cpu_count() is {os.cpu_count()}, allowed: {allowed}.")
    print(f"one worker: {seconds(1):.2f} seconds")
    print(f"eight workers: {seconds(8):.2f} seconds")
    # --8<-- [end:workers]

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time"
# needs = ["proc"]
# shows = '''eight_workers >= 1.1 * one_worker'''
# ///
