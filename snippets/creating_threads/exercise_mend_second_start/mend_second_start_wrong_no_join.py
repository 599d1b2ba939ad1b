"""Each loaf has a thread, but nobody waits for it: it comes back too early.

The check says: bake_in_turn(bake, 3) has come back, and done are 0 of 3 loaves
"""

import threading


def bake_in_turn(bake, loaves):
    for _ in range(loaves):
        baker = threading.Thread(target=bake)
        baker.start()
