"""Result and error belong to the class, so all threads share them.

The check says: with two more threads, join() raised
"""

import threading


class ResultThread(threading.Thread):
    outcome = {}

    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args

    def run(self):
        try:
            self.outcome["result"] = self.call(*self.call_args)
        except BaseException as error:
            self.outcome["error"] = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        if "error" in self.outcome:
            raise self.outcome["error"]
        return self.outcome["result"]
