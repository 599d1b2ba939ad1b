"""The driver does not wait for the first loaf, and finds an empty shelf."""

import threading
import time

shelf = []


def bake():
    for loaf in ["rye", "wheat", "spelt"]:
        time.sleep(0.5)  # in the oven
        shelf.append(loaf)


baker = threading.Thread(target=bake)
baker.start()
print("the driver is here")
print("loaded:", shelf.pop(0))
baker.join()

# /// run
# ends = "exit 1"
# ///
