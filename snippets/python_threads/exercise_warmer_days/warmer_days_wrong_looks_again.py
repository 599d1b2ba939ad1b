"""Looks again and again whether everybody has found something, and forgets that the threads have not ended.

The check says: and did not wait for
"""

import threading
import time
from collections.abc import Sequence


def warmer_days(temperatures: Sequence[int], n: int) -> int:
    """How many days were warmer than the day before, counted by `n` threads."""
    days = len(temperatures)
    found: list[int] = []

    def count(k: int) -> None:
        begin, end = days * k // n, days * (k + 1) // n
        found.append(sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), end)))

    for k in range(n):
        threading.Thread(target=count, args=(k,)).start()
    while len(found) < n:
        time.sleep(0.01)
    return sum(found)
