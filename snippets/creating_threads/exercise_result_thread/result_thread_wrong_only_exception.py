"""SystemExit is no Exception: nobody hears of it.

The check says: its target raised SystemExit(3)
"""

import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.call(*self.call_args)
        except Exception as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        if self.error is not None:
            raise self.error
        return self.result
