"""The future is printed, not its result.

The check says: '2 get <Future
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests):
    return 60 // guests


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        for guests in numbers:
            rolls = executor.submit(share, guests)
            print(f"{guests} get {rolls} rolls each")
