"""The event belongs to the class, so all workers have the same one.

The check says: stop() of one worker stopped another one, too
"""

import threading


class StoppableWorker:
    asked_to_stop = threading.Event()

    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0

    def start(self):
        self.asked_to_stop.clear()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.asked_to_stop.is_set():
            self.work()
            self.count += 1
            self.asked_to_stop.wait(self.pause)

    def stop(self):
        self.asked_to_stop.set()
        self.thread.join()
