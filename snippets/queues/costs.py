"""One item goes into four kinds of queues and out again, many times."""

import collections
import multiprocessing
import queue
import time


def measure(name, put, get, times):
    begin = time.perf_counter()
    for _ in range(times):
        put(1)
        get()
    each = (time.perf_counter() - begin) / times
    print(f"{name}: {1_000_000 * each:.2f} microseconds")


if __name__ == "__main__":
    deque, simple = collections.deque(), queue.SimpleQueue()
    full, sending = queue.Queue(), multiprocessing.get_context("spawn").Queue()
    measure("deque", deque.append, deque.popleft, 100_000)
    measure("SimpleQueue", simple.put, simple.get, 100_000)
    measure("Queue", full.put, full.get, 100_000)
    measure("multiprocessing.Queue", sending.put, sending.get, 2_000)

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''queue > 3 * deque and multiprocessing_queue > 3 * queue'''
# ///
