"""Let a pool of two processes work on a list; one item fails."""

import multiprocessing


def price_of_one(pieces):
    return 60 / pieces


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    # --8<-- [start:map]
    with context.Pool(2) as pool:
        print(pool.map(price_of_one, [3, 5, 12]))
        try:
            print(pool.map(price_of_one, [3, 0, 12]))
        except ZeroDivisionError as error:
            print("caught in the parent:", error)
    # --8<-- [end:map]
