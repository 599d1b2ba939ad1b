"""`one_more` is called, and what it returns is not used.

The check says: where desk 1 sells one ticket and desk 2 sells five, sold is 2
"""

import threading
sold = 0
lock = threading.Lock()
def sell(one_more):
    global sold
    with lock:
        one_more(sold)
        sold += 1
