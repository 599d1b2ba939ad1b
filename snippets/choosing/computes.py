"""Recognise four pages in every way that Python has: that is computing in Python."""

import asyncio
import sys
import time
from collections.abc import Callable
from concurrent import futures
from multiprocessing import get_context

PAGES = range(4)


def recognise(page: int) -> int:
    letters = 0
    for dot in range(4_000_000):
        letters += dot % 7 == page
    return letters


async def recognise_all() -> list[int]:
    return [recognise(page) for page in PAGES]


if __name__ == "__main__":
    spawn = get_context("spawn")
    ways: dict[str, Callable[[], list[int]]] = {
        "one by one": lambda: list(map(recognise, PAGES)),
        "threads": lambda: list(futures.ThreadPoolExecutor(2).map(recognise, PAGES)),
        "asyncio": lambda: asyncio.run(recognise_all()),
        "processes": lambda: list(futures.ProcessPoolExecutor(2, spawn).map(recognise, PAGES)),
    }
    if sys.version_info >= (3, 14):
        ways["interpreters"] = lambda: list(futures.InterpreterPoolExecutor(2).map(recognise, PAGES))
    for name, way in ways.items():
        begin = time.perf_counter()
        way()
        print(f"{name}: {time.perf_counter() - begin:.2f} seconds")

# /// run
# timeout = 30
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''processes <= 0.9 * one_by_one and (threads >= 0.8 * one_by_one or free_threaded)'''
# ///
