"""It counts before the work is done.

The check says: count is 1 in the middle of the first round
"""

import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0
        self.asked = threading.Event()

    def start(self):
        self.asked.clear()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.asked.is_set():
            self.count += 1
            self.work()
            self.asked.wait(self.pause)

    def stop(self):
        self.asked.set()
        self.thread.join()
