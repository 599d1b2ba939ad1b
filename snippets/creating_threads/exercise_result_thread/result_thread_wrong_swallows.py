"""Nothing goes wrong any more: the exception is caught, and gone.

The check says: join() returned None; its target raised ValueError('no such file')
"""

import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args
        self.result = None

    def run(self):
        try:
            self.result = self.call(*self.call_args)
        except Exception:
            pass

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        return self.result
