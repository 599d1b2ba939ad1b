"""Scan 24 pages with more and more workers, after a catalogue by one alone."""

import time
from concurrent.futures import ThreadPoolExecutor

CATALOGUE, PAGE, PAGES = 0.1, 0.0125, 24  # seconds, seconds, and how many


def scan(seconds):
    time.sleep(seconds)  # each worker has a scanner


def seconds(workers):
    begin = time.perf_counter()
    time.sleep(CATALOGUE)  # nobody can help with this
    with ThreadPoolExecutor(workers) as executor:
        list(executor.map(scan, [PAGE] * PAGES))
    return time.perf_counter() - begin


if __name__ == "__main__":
    alone = seconds(1)
    print("one worker: 1.0 times as fast")
    for name, workers in (("two", 2), ("four", 4), ("eight", 8), ("twenty-four", 24)):
        print(f"{name} workers: {alone / seconds(workers):.1f} times as fast")
    limit = (CATALOGUE + PAGES * PAGE) / CATALOGUE
    print(f"never more than: {limit:.1f} times as fast")

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''two_workers <= 1.8 and twenty_four_workers >= 2.5 and twenty_four_workers <= 1.1 * never_more_than'''
# ///
