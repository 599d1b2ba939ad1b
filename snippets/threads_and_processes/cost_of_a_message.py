"""What it costs to hand a million prices to a thread and to a process."""

import multiprocessing
import queue
import threading
import time


def bookkeeper(inbox, outbox):
    outbox.put("ready")
    prices = inbox.get()
    prices.append(0)
    outbox.put("done")


def measure(name, kind, inbox, outbox):
    worker = kind(target=bookkeeper, args=(inbox, outbox))
    worker.start()
    outbox.get()
    prices = list(range(1_000_000))
    start = time.perf_counter()
    inbox.put(prices)
    outbox.get()
    print(f"{name}: {(time.perf_counter() - start) * 1000:.2f} ms")
    print(f"{name}, sender's list: {len(prices)} prices")
    worker.join()


if __name__ == "__main__":
    measure("thread", threading.Thread, queue.Queue(), queue.Queue())
    spawn = multiprocessing.get_context("spawn")
    measure("process", spawn.Process, spawn.Queue(), spawn.Queue())

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''process > 10 * thread'''
# ///
