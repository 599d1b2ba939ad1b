"""A cache has a lock for each number: who comes later has another one.

The check says: after three calls of sell(), sold is 2
"""

import functools
import threading

sold = 0


@functools.lru_cache
def lock_of(number):
    return threading.Lock()


def sell(one_more):
    global sold
    with lock_of(sold):
        sold = one_more(sold)
