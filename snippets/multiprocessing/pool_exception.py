"""Catch in the parent what was raised in a worker."""

import multiprocessing


def unit_price(pieces: int) -> float:
    return 60 / pieces


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes=2) as pool:
        try:
            print(pool.map(unit_price, [3, 0, 5]))
        except ZeroDivisionError as error:
            print("Caught in the parent:", error)
            print("Its cause is a", type(error.__cause__).__name__)
            print(error.__cause__)
