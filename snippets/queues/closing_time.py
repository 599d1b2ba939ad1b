"""The kitchen closes: what is in the queue is cooked, and cooks are told."""

import queue
import threading

slips = queue.Queue()
told = []


def cook():
    try:
        while True:
            told.append("cooked " + slips.get())
    except queue.ShutDown:
        told.append("a cook goes home")


# --8<-- [start:close]
for dish in ("soup", "fish", "cake"):
    slips.put(dish)
slips.shutdown()
# --8<-- [end:close]
cooks = [threading.Thread(target=cook) for _ in range(2)]
for thread in cooks:
    thread.start()
for thread in cooks:
    thread.join()
print(*sorted(told), sep="\n")
slips.put("tea")

# /// run
# python = [">=3.13"]
# ends = "exit 1"
# ///
