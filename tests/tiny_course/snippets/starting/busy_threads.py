"""Two threads are busy one after the other."""

import threading


def count() -> None:
    for _ in range(10_000_000):
        pass


for _ in range(2):
    counter = threading.Thread(target=count)
    counter.start()
    counter.join()
print("counted")

# /// run
# timeline = true
# ///
