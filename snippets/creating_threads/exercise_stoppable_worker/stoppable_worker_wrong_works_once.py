"""The worker *is* a thread, and a thread can be started only once.

The check says: start() raised RuntimeError('threads can only be started once')
"""

import threading


class StoppableWorker(threading.Thread):
    def __init__(self, work, pause):
        super().__init__()
        self.work = work
        self.pause = pause
        self.count = 0
        self.asked_to_stop = threading.Event()

    def run(self):
        while not self.asked_to_stop.is_set():
            self.work()
            self.count += 1
            self.asked_to_stop.wait(self.pause)

    def stop(self):
        self.asked_to_stop.set()
        self.join()
