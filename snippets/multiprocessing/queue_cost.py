"""Time one item through the queue of a thread and that of a process."""

import multiprocessing
import queue
import time
from multiprocessing.queues import Queue


def microseconds(channel: "queue.Queue[bytes] | Queue[bytes]", size: int) -> str:
    item = bytes(size)
    begin = time.perf_counter()
    for _ in range(200):
        channel.put(item)
        channel.get()
    return f"{(time.perf_counter() - begin) / 200 * 1e6:12.1f}"


if __name__ == "__main__":
    between_threads: "queue.Queue[bytes]" = queue.Queue()
    between_processes: "Queue[bytes]" = multiprocessing.Queue()
    print("microseconds for   between threads   between processes")
    for size in (1, 1_000_000):
        print(
            f"{size:>9} bytes",
            f"{microseconds(between_threads, size):>18}",
            f"{microseconds(between_processes, size):>19}",
        )

# /// run
# output = "varies"
# because = "it measures time"
# alone = true
# ///
