"""Count the cores in use: CPU seconds divided by wall seconds."""

import multiprocessing
import os
import threading
import time
from multiprocessing.process import BaseProcess


def compute() -> None:
    end = time.perf_counter() + 0.35
    while time.perf_counter() < end:
        pass


def cpu_seconds() -> float:
    return sum(os.times()[:4])  # of this process and the children it joined


def cores_in_use(kind: type[threading.Thread | BaseProcess], n: int) -> float:
    workers = [kind(target=compute) for _ in range(n)]
    cpu, wall = cpu_seconds(), time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return (cpu_seconds() - cpu) / (time.perf_counter() - wall)


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process
    print("the best of three rounds")
    for label, kind, n in (
        ("one thread:    ", threading.Thread, 1),
        ("two threads:   ", threading.Thread, 2),
        ("two processes: ", process, 2),
    ):
        best = max(cores_in_use(kind, n) for _ in range(3))
        print(f"{label}{best:.2f} cores in use")

# /// run
# timeout = 60
# output = "varies"
# because = "it measures CPU seconds and wall seconds, which no two runs share"
# shows = '''two_processes >= 1.3 * one_thread and (two_threads < 1.15 or free_threaded)'''
# ///
