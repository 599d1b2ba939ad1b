"""The outcome comes through a queue, and the second join waits for another one.

The check says: join() waits forever
"""

import queue
import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args
        self.outcome = queue.Queue()

    def run(self):
        try:
            self.outcome.put((self.call(*self.call_args), None))
        except BaseException as error:
            self.outcome.put((None, error))

    def join(self, timeout=None):
        try:
            result, error = self.outcome.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        if error is not None:
            raise error
        return result
