"""Each call has a future of its own, and each future is asked below a `try` of its own."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests: int) -> int:
    """Divide 60 rolls."""
    return 60 // guests


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        futures = [executor.submit(share, guests) for guests in numbers]
        for guests, future in zip(numbers, futures, strict=True):
            try:
                print(f"{guests} get {future.result()} rolls each")
            except ZeroDivisionError:
                print(f"{guests} get nothing")
