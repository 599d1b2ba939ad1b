"""What it costs to start a thread or a process and wait for its end."""

import multiprocessing
import threading
import time


def nothing():
    pass


def measure(name, kind, times):
    start = time.perf_counter()
    for _ in range(times):
        worker = kind(target=nothing)
        worker.start()
        worker.join()
    each = (time.perf_counter() - start) / times
    print(f"{name}: {each * 1000:.2f} ms")


if __name__ == "__main__":
    measure("thread", threading.Thread, 100)
    measure("forked process", multiprocessing.get_context("fork").Process, 20)
    measure("spawned process", multiprocessing.get_context("spawn").Process, 4)

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''thread < forked_process < spawned_process'''
# needs = ["fork"]
# ///
