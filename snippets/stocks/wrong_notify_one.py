"""A shelf with room for one: whoever changes it wakes one sleeper."""

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            while len(self.loaves) == self.room:
                self.changed.wait()
            self.loaves.append(loaf)
            print("put", loaf)
            self.changed.notify()

    def take(self):
        with self.changed:
            while not self.loaves:
                asleep.release()
                self.changed.wait()
            print("took", self.loaves.pop(0))
            self.changed.notify()


shelf = Shelf(room=1)
asleep = threading.Semaphore(0)
for _ in range(2):
    threading.Thread(target=shelf.take).start()
    asleep.acquire()
with shelf.changed:  # no driver comes in between
    shelf.put("rye")
    shelf.put("wheat")

# /// run
# timeout = 1.5
# ends = "timeout"
# ///
