"""What a target returns is dropped; a queue carries the result back."""

import threading
from queue import SimpleQueue

# --8<-- [start:result]
STOCK = {"locks": 12, "stocks": 30, "barrels": 2}
answers: SimpleQueue[tuple[str, int]] = SimpleQueue()


def count(article: str) -> int:
    answers.put((article, STOCK[article]))
    return STOCK[article]  # nobody receives this


counters = [threading.Thread(target=count, args=(name,)) for name in STOCK]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()
print(sorted(answers.get() for _ in counters))
# --8<-- [end:result]
