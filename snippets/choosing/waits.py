"""Fetch eight scans in every way that Python has: fetching is waiting."""

import asyncio
import sys
import time
from concurrent import futures
from multiprocessing import get_context

SCANS = range(8)


def fetch(scan):
    time.sleep(0.1)  # until the server answers
    return scan


async def fetch_all():
    await asyncio.gather(*[asyncio.sleep(0.1) for _ in SCANS])


def in_pool(pool):
    list(pool.map(fetch, SCANS))


def show(name, way, argument):
    begin = time.perf_counter()
    way(argument)
    print(f"{name}: {time.perf_counter() - begin:.2f} seconds")


if __name__ == "__main__":
    spawn = get_context("spawn")
    # --8<-- [start:ways]
    show("one by one", list, map(fetch, SCANS))
    show("threads", in_pool, futures.ThreadPoolExecutor(8))
    show("asyncio", asyncio.run, fetch_all())
    show("processes", in_pool, futures.ProcessPoolExecutor(8, spawn))
    # --8<-- [end:ways]
    if sys.version_info >= (3, 14):
        show("interpreters", in_pool, futures.InterpreterPoolExecutor(8))

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''threads <= 0.5 * one_by_one and asyncio <= 0.5 * one_by_one'''
# ///
