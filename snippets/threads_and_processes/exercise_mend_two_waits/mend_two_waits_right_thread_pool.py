"""A ThreadPool calls both, and comes back with what both have returned."""

from multiprocessing.pool import ThreadPool


def ask_both(rye, oats):
    with ThreadPool(2) as pool:
        pool.map(lambda mill: mill(), [rye, oats])
