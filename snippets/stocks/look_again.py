"""Two drivers wait for a loaf, and look again whenever they wake."""

import threading
import time

shelf, taken = [], []
changed = threading.Condition()


def take():
    with changed:
        while not shelf:
            changed.wait()
        taken.append(shelf.pop())


def put(loaf):
    with changed:
        shelf.append(loaf)
        changed.notify_all()


def bake():
    put("rye")


for name, work in (("Ann", take), ("Ben", take), ("baker", bake)):
    threading.Thread(target=work, name=name, daemon=True).start()
time.sleep(0.2)
print("taken:", *taken)

# /// run
# steps = ["take", "bake"]
# shared = ["shelf", "taken"]
# ///
