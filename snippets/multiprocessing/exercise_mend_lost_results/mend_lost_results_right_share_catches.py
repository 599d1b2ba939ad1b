"""`share` itself catches the exception, so none is raised by `map`."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests):
    try:
        return f"{60 // guests} rolls each"
    except ZeroDivisionError:
        return "nothing"


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        for guests, got in zip(numbers, executor.map(share, numbers), strict=True):
            print(f"{guests} get {got}")
