"""A lock for each function: two desks with two functions do not keep each other out.

The check says: where desk 1 sells one ticket and desk 2 sells five, sold is
"""

import threading
sold = 0
locks = {}
def sell(one_more):
    global sold
    with locks.setdefault(one_more, threading.Lock()):
        sold = one_more(sold)
