"""Pack four scans in every way that Python has: C code does the work."""

import asyncio
import random
import sys
import time
import zlib
from collections.abc import Callable
from concurrent import futures
from multiprocessing import get_context

SCANS = [random.randbytes(3_000_000) for _ in range(4)]


def pack(scan: bytes) -> int:
    return len(zlib.compress(scan))


async def pack_all() -> list[int]:
    return await asyncio.gather(*[asyncio.to_thread(pack, scan) for scan in SCANS])


if __name__ == "__main__":
    spawn = get_context("spawn")
    ways: dict[str, Callable[[], list[int]]] = {
        "one by one": lambda: list(map(pack, SCANS)),
        "threads": lambda: list(futures.ThreadPoolExecutor(2).map(pack, SCANS)),
        "asyncio": lambda: asyncio.run(pack_all()),
        "processes": lambda: list(futures.ProcessPoolExecutor(2, spawn).map(pack, SCANS)),
    }
    if sys.version_info >= (3, 14):
        ways["interpreters"] = lambda: list(futures.InterpreterPoolExecutor(2).map(pack, SCANS))
    for name, way in ways.items():
        begin = time.perf_counter()
        way()
        print(f"{name}: {time.perf_counter() - begin:.2f} seconds")

# /// run
# timeout = 30
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''threads <= 0.8 * one_by_one and threads <= processes'''
# ///
