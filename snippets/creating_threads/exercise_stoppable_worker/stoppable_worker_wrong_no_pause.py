"""It only looks at the event, and never waits: no pause at all.

The check says: the pause is 9 s, and the next round began 0.00 s after the end of one
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
            self.work()
            self.count += 1

    def stop(self):
        self.asked.set()
        self.thread.join()
