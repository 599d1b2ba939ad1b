"""Let `n` threads at once each add up a slice of the numbers, and return the total.

Every number counts once, whatever `n` is, and the numbers are left as they are. Each thread has its own slice, of about
the same size; the main thread only adds what they found. All `n` threads are started before the first is waited for,
and all have ended when the function returns.
"""

import threading
from collections.abc import Sequence


def sum_slices(numbers: Sequence[int], n: int) -> int:
    """The sum of `numbers`, added up by `n` threads."""
    # TODO: a thread for each of the n slices; wait for all of them; add what they found.
    thread = threading.Thread(target=sum, args=(numbers[::n],))
    thread.start()
    return 0
