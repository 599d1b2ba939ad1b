"""Three threads do the same piece of work and say when they are done."""

import hashlib
import threading

FLOUR = bytes(20_000)


def knead(name):
    dough = hashlib.sha256()
    for _ in range(100):
        dough.update(FLOUR)
    print(name, "is done")


threads = [threading.Thread(target=knead, args=(name,)) for name in ("bread", "cake", "pie")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

# /// run
# output = "varies"
# because = "the system decides which thread goes on, and when"
# runs = 5
# ///
