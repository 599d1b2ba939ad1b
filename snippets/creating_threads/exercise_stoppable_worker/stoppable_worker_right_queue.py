"""The end of the pause is a message in a queue."""

import queue
import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0

    def start(self):
        self.messages = queue.Queue()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while self.messages.empty():
            self.work()
            self.count += 1
            try:
                self.messages.get(timeout=self.pause)
                return
            except queue.Empty:
                pass

    def stop(self):
        self.messages.put("stop")
        self.thread.join()
