"""Time the start and the end of a thread and of a process."""

import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from statistics import median


def milliseconds(make: Callable[[], threading.Thread | BaseProcess]) -> float:
    taken = []
    for _ in range(7):
        begin = time.perf_counter()
        worker = make()
        worker.start()
        worker.join()
        taken.append((time.perf_counter() - begin) * 1000)
    return median(taken)


if __name__ == "__main__":
    print(f"thread     {milliseconds(threading.Thread):8.2f} ms")
    for method in ("fork", "forkserver", "spawn"):
        process = multiprocessing.get_context(method).Process
        print(f"{method:<10} {milliseconds(process):8.2f} ms")

# /// run
# output = "varies"
# because = "it measures time"
# alone = true
# needs = ["fork"]
# ///
