"""Cores in use (CPU seconds / wall seconds) while a Python loop counts."""

import multiprocessing
import threading
import time
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage


def count():
    for _ in range(6_000_000):
        pass


def cpu_seconds():
    used = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def cores_in_use(make, size):
    team = [make(target=count) for _ in range(size)]
    wall, cpu = time.perf_counter(), cpu_seconds()
    for worker in team:
        worker.start()
    for worker in team:
        worker.join()
    return (cpu_seconds() - cpu) / (time.perf_counter() - wall)


def report(what, make, size):
    rounds = [cores_in_use(make, size) for _ in range(3)]
    print(f"{what:13}", *(f"{cores:8.2f}" for cores in rounds))


if __name__ == "__main__":
    print("cores in use   round 1  round 2  round 3")
    report("one thread", threading.Thread, 1)
    report("two threads", threading.Thread, 2)
    report("two processes", multiprocessing.get_context("fork").Process, 2)

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''two_processes >= 1.3 * one_thread and (two_threads < 1.15 or free_threaded)'''
# needs = ["fork"]
# ///
