"""The waiter writes a last slip for each cook: no more will come."""

import queue
import threading

slips = queue.Queue(maxsize=3)
cooked = []


# --8<-- [start:cook]
def cook():
    while True:
        dish = slips.get()
        if dish is None:
            break
        cooked.append(dish)


# --8<-- [end:cook]
# --8<-- [start:end]
cooks = [threading.Thread(target=cook) for _ in range(2)]
for thread in cooks:
    thread.start()
for dish in ("soup", "fish", "rice", "cake", "tea"):
    slips.put(dish)
for _ in cooks:
    slips.put(None)
for thread in cooks:
    thread.join()
# --8<-- [end:end]
print("cooked:", sorted(cooked))
print("left in the queue:", slips.qsize())
