"""`run()` may be called again and again, but it is an ordinary call.

The check says: bake() is called in the thread that calls bake_in_turn()
"""

import threading


def bake_in_turn(bake, loaves):
    for _ in range(loaves):
        baker = threading.Thread(target=bake)
        baker.run()
