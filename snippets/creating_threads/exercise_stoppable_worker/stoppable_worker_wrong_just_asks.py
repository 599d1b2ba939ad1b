"""`stop` sets the event, and the thread will see it. When? `stop` does not wait for that.

The check says: stop() returned in the middle of a round
"""

import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0
        self.asked_to_stop = threading.Event()

    def start(self):
        self.asked_to_stop.clear()
        threading.Thread(target=self.run).start()

    def run(self):
        while not self.asked_to_stop.is_set():
            self.work()
            self.count += 1
            self.asked_to_stop.wait(self.pause)

    def stop(self):
        self.asked_to_stop.set()
