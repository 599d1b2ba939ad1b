"""An executor with n workers, a call for each piece; pairs of neighbours are made first, and then cut."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise


def warmer_days(temperatures, n):
    pairs = list(pairwise(temperatures))

    def count(k):
        return sum(day < next_day for day, next_day in pairs[len(pairs) * k // n : len(pairs) * (k + 1) // n])

    with ThreadPoolExecutor(max_workers=n) as pool:
        return sum(pool.map(count, range(n)))
