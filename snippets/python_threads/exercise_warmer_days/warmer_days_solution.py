"""Piece `k` is a range of days; each is compared with the day before it, though that may be in another piece."""

import threading
from collections.abc import Sequence


def warmer_days(temperatures: Sequence[int], n: int) -> int:
    """How many days were warmer than the day before, counted by `n` threads."""
    days = len(temperatures)
    found = [0] * n

    def count(k: int) -> None:
        begin, end = days * k // n, days * (k + 1) // n
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
