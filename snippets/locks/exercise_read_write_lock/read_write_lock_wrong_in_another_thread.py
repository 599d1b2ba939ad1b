"""A thread of its own for each change: whoever asks the thread for its name, or for its data, gets another one.

The check says: called change() in another thread than its own
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.room = threading.Lock()
        self.door = threading.Lock()
        self.readers = 0

    def read(self, look):
        with self.door:
            if self.readers == 0:
                self.room.acquire()
            self.readers += 1
        try:
            return look()
        finally:
            with self.door:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    def write(self, change):
        results = []
        with self.room:
            thread = threading.Thread(target=lambda: results.append(change()))
            thread.start()
            thread.join()
        return results[0]
