"""The main process takes 0 out, so the executor never works out what fails.

The check says: share(0) is not left to the executor: the main process takes 0 out
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests: int) -> int:
    return 60 // guests


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        futures = {}
        for guests in numbers:
            if guests != 0:
                futures[guests] = executor.submit(share, guests)
        for guests in numbers:
            if guests == 0:
                print("0 get nothing")
            else:
                print(f"{guests} get {futures[guests].result()} rolls each")
