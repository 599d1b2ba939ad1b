"""Count the cores in use: CPU seconds divided by wall seconds."""

import multiprocessing
import os
import threading
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess


def compute() -> None:
    end = time.perf_counter() + 0.8
    while time.perf_counter() < end:
        pass


def cpu_seconds() -> float:
    used = os.times()  # by this process and by the children it has joined
    return used.user + used.system + used.children_user + used.children_system


def cores_in_use(workers: Sequence[threading.Thread | BaseProcess]) -> float:
    cpu, wall = cpu_seconds(), time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return (cpu_seconds() - cpu) / (time.perf_counter() - wall)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    threads = [threading.Thread(target=compute) for _ in range(3)]
    processes = [context.Process(target=compute) for _ in range(2)]
    print(f"1 thread:    {cores_in_use(threads[:1]):.2f} cores in use")
    print(f"2 threads:   {cores_in_use(threads[1:]):.2f} cores in use")
    print(f"2 processes: {cores_in_use(processes):.2f} cores in use")

# /// run
# output = "varies"
# because = "it measures CPU seconds and wall seconds, which no two runs share"
# alone = true
# ///
