"""Each call has a future, but one `try` is around all of them.

The check says: prints '2 get 30 rolls each', '0 get nothing'. With all
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
        try:
            for guests, future in zip(numbers, futures, strict=True):
                print(f"{guests} get {future.result()} rolls each")
        except ZeroDivisionError:
            print("0 get nothing")
