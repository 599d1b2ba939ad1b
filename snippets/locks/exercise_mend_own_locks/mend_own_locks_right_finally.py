"""Acquired and released by hand."""

import threading

sold = 0
lock = threading.RLock()


def sell(one_more):
    global sold
    lock.acquire()
    try:
        number = one_more(sold)
        sold = number
    finally:
        lock.release()
