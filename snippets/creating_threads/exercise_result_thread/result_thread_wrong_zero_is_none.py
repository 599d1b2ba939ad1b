"""`if timeout` takes 0 for no time-out at all.

The check says: join(timeout=0) returned
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
        super().join(timeout if timeout else None)
        if self.is_alive():
            raise TimeoutError
        if self.error is not None:
            raise self.error
        return self.result
