"""Time one item through a queue of threads and a queue of processes."""

import multiprocessing
import queue
import time
from multiprocessing.queues import Queue


def microseconds(
    channel: "queue.Queue[bytes] | Queue[bytes]",
    size: int,
) -> float:
    item = bytes(size)
    begin = time.perf_counter()
    for _ in range(200):
        channel.put(item)
        channel.get()
    return (time.perf_counter() - begin) / 200 * 1_000_000


if __name__ == "__main__":
    threads: "queue.Queue[bytes]" = queue.Queue()
    processes: "Queue[bytes]" = multiprocessing.get_context("spawn").Queue()
    print("microseconds for    queue.Queue   multiprocessing.Queue")
    for size in (10, 1_000_000):
        there = microseconds(threads, size)
        across = microseconds(processes, size)
        print(f"{size:>10,} bytes {there:>14.1f} {across:>23.1f}")

# /// run
# output = "varies"
# because = "it measures time"
# alone = true
# ///
