"""It looks a hundred times a second whether the thread has ended; nobody said that it must not."""

import threading
import time


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call, self.call_args = target, args
        self.error = None

    def run(self):
        try:
            self.value = self.call(*self.call_args)
        except BaseException as e:
            self.error = e

    def join(self, timeout=None):
        begun = time.monotonic()
        while self.is_alive():
            if timeout is not None and time.monotonic() - begun >= timeout:
                raise TimeoutError
            time.sleep(0.01)
        if self.error is not None:
            raise self.error
        return self.value
