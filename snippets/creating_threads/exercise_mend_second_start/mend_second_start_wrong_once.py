"""The start is outside of the loop, and so is all baking but the first.

The check says: bake_in_turn(bake, 3) has come back, and done are 1 of 3 loaves
"""

import threading


def bake_in_turn(bake, loaves):
    baker = threading.Thread(target=bake)
    baker.start()
    for _ in range(loaves):
        baker.join()
