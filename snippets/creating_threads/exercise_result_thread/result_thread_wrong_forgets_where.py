"""The very exception comes out, and nobody learns any more where it was raised.

The check says: leads to join(), and not to read_file(), where it was raised
"""

import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call, self.call_args = target, args
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.call(*self.call_args)
        except BaseException as e:
            self.error = e

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        if self.error is not None:
            raise self.error.with_traceback(None)
        return self.result
