"""Add up the year of four branches: by itself, in two threads, in two processes."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

BRANCHES = [1, 2, 3, 4]


def add_up(branch):
    total = 0
    for sale in range(4_000_000):
        total += sale % branch
    return total


def main():
    spawn = multiprocessing.get_context("spawn")
    threads = ThreadPoolExecutor(2)
    processes = ProcessPoolExecutor(2, mp_context=spawn)
    for way, each in (
        ("one by one", map),
        ("two threads", threads.map),
        ("two processes", processes.map),
    ):
        begin = time.perf_counter()
        totals = list(each(add_up, BRANCHES))
        print(f"{way}: {time.perf_counter() - begin:.2f} seconds")
    threads.shutdown()
    processes.shutdown()
    print(totals)


if __name__ == "__main__":
    main()

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''two_processes <= 0.8 * one_by_one and (two_threads >= 0.8 * one_by_one or free_threaded)'''
# ///
