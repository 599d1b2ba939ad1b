"""A `threading.local` has another lock in each thread.

The check says: after two calls of sell(), sold is 1
"""

import threading

sold = 0
own = threading.local()


def sell(one_more):
    global sold
    if not hasattr(own, "lock"):
        own.lock = threading.Lock()
    with own.lock:
        sold = one_more(sold)
