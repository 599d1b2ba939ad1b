"""Recognise four pages in one process, by two threads and two interpreters."""

import os
import time
from concurrent.futures import InterpreterPoolExecutor, ThreadPoolExecutor

seen = 0


def recognise(page):
    global seen
    seen += sum(dot % 7 == page for dot in range(2_500_000))
    return page, os.getpid()


if __name__ == "__main__":
    pids = set()
    # --8<-- [start:kinds]
    for kind in (ThreadPoolExecutor, InterpreterPoolExecutor):
        seen = 0
        begin = time.perf_counter()
        with kind(2) as pool:
            pids |= {pid for _, pid in pool.map(recognise, range(4))}
        print(f"{kind.__name__}: {time.perf_counter() - begin:.2f} seconds")
        print("the main program has seen something:", seen > 0)
    print("all in one process:", pids == {os.getpid()})
    # --8<-- [end:kinds]

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# python = [">=3.14"]
# shows = '''interpreterpoolexecutor <= 0.8 * threadpoolexecutor or free_threaded'''
# ///
