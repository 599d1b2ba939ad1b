"""Whether enough loaves are baked is asked after a loaf: of none, it is never enough.

The check says: bake_in_turn() does not come to an end
"""

import threading


def bake_in_turn(bake, loaves):
    while True:
        baker = threading.Thread(target=bake)
        baker.start()
        baker.join()
        loaves -= 1
        if loaves == 0:
            break
