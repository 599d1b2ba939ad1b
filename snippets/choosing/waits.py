"""Fetch eight scans in every way that Python has: fetching is waiting."""

import asyncio
import sys
import time
from collections.abc import Callable
from concurrent import futures
from multiprocessing import get_context

SCANS = range(8)


def fetch(scan: int) -> int:
    time.sleep(0.1)  # until the server answers
    return scan


async def fetch_all() -> list[int]:
    return await asyncio.gather(*[asyncio.sleep(0.1, scan) for scan in SCANS])


if __name__ == "__main__":
    spawn = get_context("spawn")
    ways: dict[str, Callable[[], list[int]]] = {
        "one by one": lambda: list(map(fetch, SCANS)),
        "threads": lambda: list(futures.ThreadPoolExecutor(8).map(fetch, SCANS)),
        "asyncio": lambda: asyncio.run(fetch_all()),
        "processes": lambda: list(futures.ProcessPoolExecutor(8, spawn).map(fetch, SCANS)),
    }
    if sys.version_info >= (3, 14):
        ways["interpreters"] = lambda: list(futures.InterpreterPoolExecutor(8).map(fetch, SCANS))
    for name, way in ways.items():
        begin = time.perf_counter()
        way()
        print(f"{name}: {time.perf_counter() - begin:.2f} seconds")

# /// run
# timeout = 30
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''threads <= 0.5 * one_by_one and asyncio <= 0.5 * one_by_one'''
# ///
