"""The thread waits for an event that nobody sets.

The check says: waits forever
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
            if self.asked.wait(self.pause):
                threading.Event().wait()

    def stop(self):
        self.asked.set()
        self.thread.join()
