"""A baker puts loaves into a queue with room for three, and a driver gets them."""

import queue
import threading
import time

# --8<-- [start:bake]
shelf = queue.Queue(maxsize=3)
most = 0


def bake():
    global most
    for loaf in range(1, 9):
        shelf.put(loaf)
        most = max(most, shelf.qsize())
    shelf.put(None)  # that was all


# --8<-- [end:bake]
baker = threading.Thread(target=bake)
baker.start()
time.sleep(0.3)  # the driver is late
# --8<-- [start:load]
loaded = []
while (loaf := shelf.get()) is not None:
    loaded.append(loaf)
# --8<-- [end:load]
baker.join()
print("loaded:", loaded)
print("loaves on the shelf, at most:", most)
