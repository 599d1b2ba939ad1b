"""The result is there at once? `join` looks, but it does not wait.

The check says: join() returned None; its target returned 42
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
        if self.error is not None:
            raise self.error
        return self.result
