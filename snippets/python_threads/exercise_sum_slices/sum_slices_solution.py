"""Slice `k` is every n-th number from `k` on; thread `k` leaves its sum in place `k`; `join` comes before adding."""

import threading
from collections.abc import Sequence


def sum_slices(numbers: Sequence[int], n: int) -> int:
    """The sum of `numbers`, added up by `n` threads."""
    sums = [0] * n

    def add_up(k: int) -> None:
        sums[k] = sum(numbers[k::n])

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)
