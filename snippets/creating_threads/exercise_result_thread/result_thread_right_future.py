"""A future keeps the outcome, as that of an executor does."""

import concurrent.futures
import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args
        self.future = concurrent.futures.Future()

    def run(self):
        try:
            self.future.set_result(self.call(*self.call_args))
        except BaseException as error:
            self.future.set_exception(error)

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        return self.future.result()
