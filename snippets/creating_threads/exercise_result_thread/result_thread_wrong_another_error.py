"""An exception comes out, but another one: its type says nothing.

The check says: join() raised RuntimeError('no such file'); its target raised ValueError('no such file')
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
            self.error = str(error)

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        if self.error:
            raise RuntimeError(self.error)
        return self.result
