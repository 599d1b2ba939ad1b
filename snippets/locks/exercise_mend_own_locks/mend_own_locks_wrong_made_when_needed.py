"""The lock is made by whoever comes first, and two may be first.

The check says: after two calls of sell(), sold is 1
"""

import threading

sold = 0

locks = {}


def sell(one_more):
    global sold
    if "sold" not in locks:
        locks["sold"] = threading.Lock()
    with locks["sold"]:
        sold = one_more(sold)
