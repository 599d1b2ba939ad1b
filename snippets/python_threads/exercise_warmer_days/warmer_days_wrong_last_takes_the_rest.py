"""All pieces are rounded down, and the last thread has all days that are left.

The check says: gave one thread 3 days and another 8
"""

import threading
from collections.abc import Sequence


def warmer_days(temperatures: Sequence[int], n: int) -> int:
    """How many days were warmer than the day before, counted by `n` threads."""
    days, size = len(temperatures), len(temperatures) // n
    found = [0] * n

    def count(k: int) -> None:
        begin, end = size * k, days if k == n - 1 else size * (k + 1)
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
