"""A full queue can make a waiter wait, wait for a while, or turn away."""

import queue

slips = queue.Queue(maxsize=2)
slips.put("soup")
slips.put("fish")
for way in (lambda: slips.put("cake", timeout=0.1), lambda: slips.put_nowait("cake")):
    try:
        way()
    except queue.Full:
        print("no room for the cake")
print(slips.get(), "is taken")
slips.put_nowait("cake")
print("slips waiting:", slips.qsize())
