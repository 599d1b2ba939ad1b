"""The exception is handed over, but as a result: nobody notices it.

The check says: join() returned ValueError('no such file'); its target raised ValueError('no such file')
"""

import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args

    def run(self):
        try:
            self.result = self.call(*self.call_args)
        except Exception as error:
            self.result = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        return self.result
