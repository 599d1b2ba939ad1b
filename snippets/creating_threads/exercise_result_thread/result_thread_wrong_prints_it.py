"""The exception is kept for `join`, and printed by the thread besides.

The check says: the thread printed 'ValueError: no such file'
"""

import threading
import traceback


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
            traceback.print_exc()
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        if self.error is not None:
            raise self.error
        return self.result
