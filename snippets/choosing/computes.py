"""Recognise four pages in every way that Python has: that is computing."""

import asyncio
import sys
import time
from concurrent import futures
from multiprocessing import get_context

PAGES = range(4)


def recognise(page):
    return sum(dot % 7 == page for dot in range(2_500_000))


async def recognise_all():
    for page in PAGES:
        recognise(page)


def in_pool(pool):
    list(pool.map(recognise, PAGES))


def show(name, way, argument):
    begin = time.perf_counter()
    way(argument)
    print(f"{name}: {time.perf_counter() - begin:.2f} seconds")


if __name__ == "__main__":
    spawn = get_context("spawn")
    # --8<-- [start:ways]
    show("one by one", list, map(recognise, PAGES))
    show("threads", in_pool, futures.ThreadPoolExecutor(2))
    show("asyncio", asyncio.run, recognise_all())
    show("processes", in_pool, futures.ProcessPoolExecutor(2, spawn))
    # --8<-- [end:ways]
    if sys.version_info >= (3, 14):
        show("interpreters", in_pool, futures.InterpreterPoolExecutor(2))

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''processes <= 0.9 * one_by_one and (threads >= 0.8 * one_by_one or free_threaded)'''
# ///
