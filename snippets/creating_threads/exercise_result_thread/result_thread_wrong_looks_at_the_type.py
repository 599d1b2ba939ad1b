"""What the target returned is raised, if it happens to be an exception.

The check says: join() raised ValueError('not raised, but returned')
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
        except BaseException as error:
            self.result = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result
