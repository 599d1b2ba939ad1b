"""Two threads count a million words, in one number and in a number each."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

total = 0
lock = threading.Lock()


def one_number(words: int) -> None:
    global total
    for _ in range(words):
        with lock:
            total += 1


def a_number_each(words: int) -> None:
    global total
    mine = 0
    for _ in range(words):
        mine += 1
    with lock:
        total += mine


def milliseconds(work: Any, size: int) -> float:
    begin = time.perf_counter()
    with ThreadPoolExecutor(size) as executor:
        list(executor.map(work, [1_000_000 // size] * size))
    return (time.perf_counter() - begin) * 1000


for work in (one_number, a_number_each):
    print(f"{work.__name__}, one thread: {milliseconds(work, 1):.0f} ms")
    print(f"{work.__name__}, two threads: {milliseconds(work, 2):.0f} ms")

# /// run
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''(
# a_number_each_two_threads < 0.75 * a_number_each_one_thread
# and one_number_two_threads > 0.6 * one_number_one_thread
# or not free_threaded
# )'''
# python = ["3.14", "free-threaded"]
# ///
