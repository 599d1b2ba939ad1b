"""A function in place of a method: there is nothing but what it remembers."""

import threading


class RateLimit:
    def __init__(self, calls, seconds, now):
        lock, free_at = threading.Lock(), []

        def allows():
            with lock:
                at = now()
                while free_at and free_at[0] <= at:
                    del free_at[0]
                if len(free_at) == calls:
                    return False
                free_at.append(at + seconds)
                return True

        self.allows = allows
