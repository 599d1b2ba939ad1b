"""An executor with n workers, a call for each piece; pairs of neighbours are made first, and then cut."""

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise


def warmer_days(temperatures, n):
    pairs = list(pairwise(temperatures))
    all_here = threading.Barrier(n)

    def count(k):
        all_here.wait()  # so that each worker has one piece
        return sum(day < next_day for day, next_day in pairs[len(pairs) * k // n : len(pairs) * (k + 1) // n])

    with ThreadPoolExecutor(max_workers=n) as pool:
        return sum(pool.map(count, range(n)))
