"""Three threads work in each of 200 rounds; the orders in which they finished are counted."""

import hashlib
from collections import Counter
from threading import Thread

NAMES = ("reader", "writer", "logger")
PAGE = bytes(20_000)


def check(name: str, finished: list[str]) -> None:
    checksum = hashlib.sha256()
    for _ in range(100):
        checksum.update(PAGE)
    finished.append(name)


def order_of_finishing() -> str:
    finished: list[str] = []
    threads = [Thread(target=check, args=(name, finished)) for name in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return " ".join(finished)


orders = Counter(order_of_finishing() for _ in range(200))
for order, count in orders.most_common():
    print(f"{order}  {count:3}")

# /// run
# output = "varies"
# because = "the system decides which thread goes on, and when"
# ///
