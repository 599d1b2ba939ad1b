"""One lock for all, but the number was read outside.

The check says: after two calls of sell(), sold is 1
"""

import threading

sold = 0
sold_lock = threading.Lock()


def sell(one_more):
    global sold
    number = one_more(sold)
    with sold_lock:
        sold = number
