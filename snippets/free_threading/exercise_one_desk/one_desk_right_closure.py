"""`desk` is made with the studio, by a function that calls another one once."""

import threading


def once(f):
    lock = threading.Lock()
    nothing = object()
    kept = nothing

    def call():
        nonlocal kept
        lock.acquire()
        try:
            if kept is nothing:
                kept = f()
            return kept
        finally:
            lock.release()

    return call


class Studio:
    def __init__(self, make):
        self.desk = once(make)
