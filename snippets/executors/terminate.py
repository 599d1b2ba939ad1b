"""A call that never ends is stopped, together with the process that makes it."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor


def ask(station):
    time.sleep(3600)  # this line is dead
    return f"{station} has answered"


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(1, mp_context=spawn)
    future = executor.submit(ask, "glacier")
    try:
        future.result(timeout=0.3)
    except TimeoutError:
        print("no answer in time")
        executor.terminate_workers()
    print("the future has", type(future.exception()).__name__)

# /// run
# python = [">=3.14"]
# ///
