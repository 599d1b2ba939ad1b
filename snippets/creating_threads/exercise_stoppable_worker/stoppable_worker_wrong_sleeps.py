"""A flag and a sleep: the worker looks at the flag between two rounds, when it has slept to the end.

The check says: stop() in the middle of a round returned 12.5 s later
"""

import threading
import time


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0

    def start(self):
        self.working = True
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while self.working:
            self.work()
            self.count += 1
            time.sleep(self.pause)

    def stop(self):
        self.working = False
        self.thread.join()
