"""One lock for all, which the first desk keeps.

The check says: comes to a standstill
"""

import threading

sold = 0
sold_lock = threading.Lock()


def sell(one_more):
    global sold
    sold_lock.acquire()
    sold = one_more(sold)
