"""A meal that raises is eaten once more.

The check says: eat() of philosopher 0 raised LookupError('a fishbone'), and was called 2 times
"""

import threading
class Table:
    def __init__(self, seats):
        self.lock = threading.Lock()
    def dine(self, seat, eat):
        with self.lock:
            try:
                eat()
            except Exception:
                eat()
