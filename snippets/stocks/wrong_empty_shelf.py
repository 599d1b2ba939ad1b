"""A baker puts loaves on a list, and a driver takes them from there."""

import threading
import time

# --8<-- [start:shelf]
shelf = []


def bake():
    for loaf in ["rye", "wheat", "spelt"]:
        time.sleep(0.5)  # in the oven
        shelf.append(loaf)


# --8<-- [end:shelf]
baker = threading.Thread(target=bake)
baker.start()
# --8<-- [start:driver]
print("the driver is here")
print("loaded:", shelf.pop(0))
# --8<-- [end:driver]
baker.join()

# /// run
# ends = "exit 1"
# ///
