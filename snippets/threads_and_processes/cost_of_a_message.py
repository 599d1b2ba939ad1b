"""What it costs to hand a million prices to a thread and to a process."""

import multiprocessing
import queue
import threading
import time
from typing import Any


def bookkeeper(inbox: Any, outbox: Any) -> None:
    for prices in iter(inbox.get, None):
        prices.append(0)
        outbox.put(len(prices))


def measure(what: str, make: Any, inbox: Any, outbox: Any) -> None:
    worker = make(target=bookkeeper, args=(inbox, outbox))
    worker.start()
    inbox.put([])
    outbox.get()  # the worker has started and waits for more
    prices = list(range(1_000_000))
    start = time.perf_counter()
    inbox.put(prices)
    outbox.get()
    took = (time.perf_counter() - start) * 1000
    inbox.put(None)
    worker.join()
    print(f"{what:8} {took:7.2f} ms, the sender's list: {len(prices)} prices")


if __name__ == "__main__":
    measure("thread", threading.Thread, queue.Queue(), queue.Queue())
    spawn = multiprocessing.get_context("spawn")
    measure("process", spawn.Process, spawn.Queue(), spawn.Queue())

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''process > 10 * thread'''
# ///
