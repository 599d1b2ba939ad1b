"""The lock has a name now, and is still made in each call.

The check says: after two calls of sell(), sold is 1
"""

import threading

sold = 0


def sell(one_more):
    global sold
    sold_lock = threading.Lock()
    with sold_lock:
        sold = one_more(sold)
