"""A condition that is notified, and a flag."""

import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0
        self.changed = threading.Condition()

    def start(self):
        self.stopping = False
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while True:
            with self.changed:
                if self.stopping:
                    return
            self.work()
            self.count += 1
            with self.changed:
                self.changed.wait_for(lambda: self.stopping, self.pause)

    def stop(self):
        with self.changed:
            self.stopping = True
            self.changed.notify_all()
        self.thread.join()
