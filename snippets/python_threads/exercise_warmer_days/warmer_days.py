"""Count the days that were warmer than the day before, in `n` threads at once, each of which has a piece of the days.

`warmer_days(temperatures, n)` returns how many temperatures are higher than the one right before them. `n` threads
share the work: each has a piece of days that follow each other, all pieces have about the same size, and every day but
the first is compared with the day before by exactly one thread. That also goes for the day with which a piece begins.

All `n` threads are started before the first is waited for, none waits for another one to be done with its piece, and
all have ended when the function returns. The main thread compares nothing; it only adds what the threads found. There
may be more threads than days, and `temperatures`, any sequence, is left as it is.
"""

import threading
from collections.abc import Sequence


def warmer_days(temperatures: Sequence[int], n: int) -> int:
    """How many days were warmer than the day before, counted by `n` threads."""
    # TODO: n threads, each with a piece of the days; wait for all of them; add what they found.
    thread = threading.Thread(target=max, args=(temperatures[:n],))
    thread.start()
    return 0
