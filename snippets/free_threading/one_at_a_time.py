"""Four threads take ticket numbers from one generator, under a lock."""

import threading


class OneAtATime:
    def __init__(self, iterator):
        self.iterator = iterator
        self.lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.iterator)


tickets = OneAtATime(number for number in range(50_000))
taken = []


def take_tickets():
    taken.extend(list(tickets))


threads = [threading.Thread(target=take_tickets) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("taken:    ", len(taken))
print("different:", len(set(taken)))

# /// run
# python = ["3.14", "free-threaded"]
# ///
