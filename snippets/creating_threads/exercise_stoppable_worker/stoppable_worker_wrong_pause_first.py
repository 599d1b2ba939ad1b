"""The wait is in the condition of the loop, so the pause comes before the round.

The check says: 3.5 s after start(), 0 rounds have begun
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
        while not self.asked.wait(self.pause):
            self.work()
            self.count += 1

    def stop(self):
        self.asked.set()
        self.thread.join()
