"""Give each call of a pool several arguments."""

import multiprocessing

ORDERS = [(3, 20), (10, 7), (1, 95)]


def total(pieces: int, price: int) -> int:
    return pieces * price


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes=2) as pool:
        print(pool.starmap(total, ORDERS))
