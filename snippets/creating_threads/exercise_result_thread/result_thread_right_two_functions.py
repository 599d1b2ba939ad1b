"""What `join` has to do is kept as a function."""

import threading


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self.call = target
        self.call_args = args

    def run(self):
        try:
            result = self.call(*self.call_args)
        except BaseException as raised:
            error = raised

            def hand_over():
                raise error

            self.hand_over = hand_over
        else:
            self.hand_over = lambda: result

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError(f"not done in {timeout} s")
        return self.hand_over()
