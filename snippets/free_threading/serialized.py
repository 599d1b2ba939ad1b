"""Four threads take ticket numbers from one generator, which Python 3.15 serves one at a time."""

import threading
from collections.abc import Iterator


def numbers() -> Iterator[int]:
    number = 0
    while number < 50_000:
        yield number
        number += 1


tickets = threading.serialize_iterator(numbers())
taken: list[int] = []
threads = [threading.Thread(target=lambda: taken.extend(list(tickets))) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("taken:    ", len(taken))
print("different:", len(set(taken)))

# /// run
# python = [">=3.15"]
# ///
