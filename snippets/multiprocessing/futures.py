"""Get results and an exception out of an executor, each from its own future."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def price_of_one(total, pieces):
    return total / pieces


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    # --8<-- [start:submit]
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        rolls = executor.submit(price_of_one, 60, 12)
        cakes = executor.submit(price_of_one, 60, 0)
        print("rolls:", rolls.result())
        try:
            print("cakes:", cakes.result())
        except ZeroDivisionError as error:
            print("cakes:", error)
            print(error.__cause__)
    # --8<-- [end:submit]
