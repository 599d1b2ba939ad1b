"""The outcomes of all threads are in one dictionary, by their names: those need not differ.

The check says: with another thread that returned, join() returned ['letter']
"""

import threading


outcomes = {}


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args

    def run(self):
        try:
            outcomes[self.name] = self.call(*self.call_args), None
        except BaseException as error:
            outcomes[self.name] = None, error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError
        result, error = outcomes[self.name]
        if error is not None:
            raise error
        return result
