"""Every start() begins to count at 0.

The check says: count is 1 after stop() right after start()
"""

import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0
        self.asked = threading.Event()

    def start(self):
        self.count = 0
        self.asked.clear()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.asked.is_set():
            self.work()
            self.count += 1
            self.asked.wait(self.pause)

    def stop(self):
        self.asked.set()
        self.thread.join()
