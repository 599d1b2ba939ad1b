"""Waits for each result for five seconds, and takes one that is late for a failure.

The check says: future.result(timeout=5)
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests):
    return 60 // guests


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        futures = [executor.submit(share, guests) for guests in numbers]
        for guests, future in zip(numbers, futures):
            try:
                print(f"{guests} get {future.result(timeout=5)} rolls each")
            except Exception:
                print("0 get nothing")
