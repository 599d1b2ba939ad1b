"""An attribute called _stop hides a method of Thread up to Python 3.12."""

import threading
import traceback


class Reader(threading.Thread):
    def __init__(self):
        super().__init__()
        self._stop = threading.Event()

    def run(self):
        self._stop.wait()


reader = Reader()
reader.start()
reader._stop.set()
try:
    reader.join()
    print("joined, as if nothing were wrong")
except TypeError:
    traceback.print_exc()

# /// run
# python = ["3.11", "3.12", "3.13", ">=3.14"]
# ///
