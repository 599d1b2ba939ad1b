"""Pack four scans in every way that Python has: C code does the work."""

import asyncio
import random
import sys
import time
import zlib
from concurrent import futures
from multiprocessing import get_context

SCANS = [random.randbytes(3_000_000) for _ in range(4)]


async def pack_all():
    await asyncio.gather(*[asyncio.to_thread(zlib.compress, scan) for scan in SCANS])


def in_pool(pool):
    list(pool.map(zlib.compress, SCANS))


def show(name, way, argument):
    begin = time.perf_counter()
    way(argument)
    print(f"{name}: {time.perf_counter() - begin:.2f} seconds")


if __name__ == "__main__":
    spawn = get_context("spawn")
    # --8<-- [start:ways]
    show("one by one", list, map(zlib.compress, SCANS))
    show("threads", in_pool, futures.ThreadPoolExecutor(2))
    show("asyncio", asyncio.run, pack_all())
    show("processes", in_pool, futures.ProcessPoolExecutor(2, spawn))
    # --8<-- [end:ways]
    if sys.version_info >= (3, 14):
        show("interpreters", in_pool, futures.InterpreterPoolExecutor(2))

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''threads <= 0.8 * one_by_one and threads <= processes'''
# ///
