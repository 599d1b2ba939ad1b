"""The same four slips come out of three kinds of queue in three orders."""

import queue

SLIPS = [(2, "soup"), (3, "cake"), (1, "a child's rice"), (2, "fish")]

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    slips = kind()
    for slip in SLIPS:
        slips.put(slip)
    print(kind.__name__)
    print([slips.get()[1] for _ in SLIPS])
