"""The result is given away: the second `join` has none.

The check says: the second join() returned None; its target returned 42
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
        except BaseException as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        if self.error is not None:
            raise self.error
        result, self.result = self.result, None
        return result
