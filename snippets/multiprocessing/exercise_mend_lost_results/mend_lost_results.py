"""`python mend_lost_results.py 2 0 3` should print `2 get 30 rolls each`, `0 get nothing`, `3 get 20 rolls each`.

Each guest list, an empty one too, is worked out by an executor, in a spawned process. One failure costs the results
after it. Mend it.
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests: int) -> int:
    """Divide 60 rolls."""
    return 60 // guests


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        try:  # TODO: one future for each call.
            for guests, rolls in zip(numbers, executor.map(share, numbers), strict=True):
                print(f"{guests} get {rolls} rolls each")
        except ZeroDivisionError:
            print("0 get nothing")
