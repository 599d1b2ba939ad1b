"""Four threads take ticket numbers from one generator, under a lock."""

import threading
from collections.abc import Iterator


class OneAtATime:
    def __init__(self, iterator: Iterator[int]) -> None:
        self.iterator = iterator
        self.lock = threading.Lock()

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        with self.lock:
            return next(self.iterator)


tickets = OneAtATime(number for number in range(50_000))
taken: list[int] = []


def take_tickets() -> None:
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
