"""`stop()` sleeps for no time, again and again: it lets others go first, and keeps a processor busy.

The check says: stop() in the middle of a round goes round and round, which keeps a processor busy; it is to wait
"""

import threading
import time


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
            self.asked.wait(self.pause)

    def stop(self):
        self.asked.set()
        while self.thread.is_alive():
            time.sleep(0)
