"""The `try` is inside the loop, but the exception comes from `map`, which is asked by the loop.

The check says: ZeroDivisionError
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests):
    return 60 // guests


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        for guests, rolls in zip(numbers, executor.map(share, numbers), strict=True):
            try:
                print(f"{guests} get {rolls} rolls each")
            except ZeroDivisionError:
                print("0 get nothing")
