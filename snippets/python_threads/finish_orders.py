"""Three threads work in each of 200 rounds; the orders in which they finished are counted."""

import hashlib
import threading
from collections import Counter
from itertools import permutations

LOAVES = ("bread", "cake", "pie")
FLOUR = bytes(20_000)


def knead(name, finished):
    dough = hashlib.sha256()
    for _ in range(100):
        dough.update(FLOUR)
    finished.append(name)


def order_of_finishing():
    finished = []
    threads = [threading.Thread(target=knead, args=(name, finished)) for name in LOAVES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return " ".join(finished)


orders = Counter({" ".join(order): 0 for order in permutations(LOAVES)})
orders.update(order_of_finishing() for _ in range(200))
for order, count in orders.most_common():
    print(f"{order}  {count:3}")

# /// run
# output = "varies"
# because = "the system decides which thread goes on, and when"
# shows = '''bread_cake_pie < 200'''
# ///
