"""The driver looks at the shelf, lets go of the lock, and goes to sleep."""

import threading

loaves = []
changed = threading.Condition()
driver_has_looked = threading.Event()
loaf_is_there = threading.Event()


def put(loaf):
    driver_has_looked.wait()  # the baker comes in exactly then
    with changed:
        loaves.append(loaf)
        changed.notify()
    loaf_is_there.set()


def take():
    with changed:
        empty = not loaves
    driver_has_looked.set()
    loaf_is_there.wait()
    if empty:
        with changed:
            print("woken:", changed.wait(timeout=0.5))
    print("on the shelf:", loaves)


baker = threading.Thread(target=put, args=("rye",))
baker.start()
take()
baker.join()
