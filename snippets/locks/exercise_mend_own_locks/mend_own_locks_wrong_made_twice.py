"""The lock is made when it is first needed, and two desks may need it first.

The check says: after two calls of sell(), sold is 1
"""

import threading
sold = 0
lock = None
def sell(one_more):
    global sold, lock
    if lock is None:
        lock = threading.Lock()
    with lock:
        sold = one_more(sold)
