"""What a target returns is dropped; a queue carries the result back."""

import threading
from queue import Queue

# --8<-- [start:result]
STOCK = {"rye": 12, "spelt": 2, "wheat": 30}
answers = Queue()


def count(flour):
    answers.put((flour, STOCK[flour]))
    return STOCK[flour]  # nobody receives this


counters = [threading.Thread(target=count, args=(flour,)) for flour in STOCK]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()
print(sorted(answers.get() for _ in counters))
# --8<-- [end:result]
