"""Two drivers wait for a loaf, and each looks once."""

import threading


class Shelf:
    def __init__(self):
        self.loaves = []
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            self.loaves.append(loaf)
            self.changed.notify_all()

    def take(self):
        with self.changed:
            if not self.loaves:
                asleep.release()
                self.changed.wait()
            loaf = self.loaves.pop(0)
            print("took", loaf)


shelf = Shelf()
asleep = threading.Semaphore(0)
for _ in range(2):
    threading.Thread(target=shelf.take, name="driver").start()
    asleep.acquire()  # go on when this driver is about to sleep
shelf.put("rye")
