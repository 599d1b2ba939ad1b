"""Three threads do the same piece of work and say when they are done."""

import hashlib
import threading

NAMES = ("reader", "writer", "logger")
PAGE = bytes(20_000)


def check(name: str) -> None:
    checksum = hashlib.sha256()
    for _ in range(100):
        checksum.update(PAGE)
    print(name, "is done")


threads = [threading.Thread(target=check, args=(name,)) for name in NAMES]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

# /// run
# output = "varies"
# because = "the system decides which thread goes on, and when"
# runs = 5
# ///
