"""An event says that there is an outcome."""

import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args
        self.result = None
        self.error = None
        self.done = threading.Event()

    def run(self):
        try:
            self.result = self.call(*self.call_args)
        except BaseException as error:
            self.error = error
        finally:
            self.done.set()

    def join(self, timeout=None):
        if not self.done.wait(timeout):
            raise TimeoutError
        super().join()
        if self.error is not None:
            raise self.error
        return self.result
