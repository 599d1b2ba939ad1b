"""Each start makes an event, which the thread is given; the pause ends the loop."""

import threading


class StoppableWorker:
    def __init__(self, work, pause):
        self.work = work
        self.pause = pause
        self.count = 0

    def start(self):
        self.asked = threading.Event()
        self.thread = threading.Thread(target=self.run, args=(self.asked,), daemon=True)
        self.thread.start()

    def run(self, asked):
        while True:
            self.work()
            self.count += 1
            if asked.wait(self.pause):
                break

    def stop(self):
        self.asked.set()
        self.thread.join()
