"""Each round is done by a timer of its own, so stop() can cancel one while it makes the next.

The check says: between start() and stop(), another thread called work() than the first
"""

import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0
        self.goes_on = False

    def start(self):
        self.goes_on = True
        self.timer = threading.Timer(0, self.run)
        self.timer.start()

    def run(self):
        self.work()
        self.count += 1
        if self.goes_on:
            self.timer = threading.Timer(self.pause, self.run)
            self.timer.start()

    def stop(self):
        self.goes_on = False
        self.timer.cancel()
        self.timer.join()
