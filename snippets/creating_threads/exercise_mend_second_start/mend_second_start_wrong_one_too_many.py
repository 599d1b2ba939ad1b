"""One loaf more than it was asked for.

The check says: bake_in_turn(bake, 3) called bake() 4 times
"""

import threading

def bake_in_turn(bake, loaves):
    for _ in range(loaves + 1):
        baker = threading.Thread(target=bake)
        baker.start()
        baker.join()
