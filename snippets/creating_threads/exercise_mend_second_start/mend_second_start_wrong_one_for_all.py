"""One thread bakes all loaves, so it is started once.

The check says: one thread bakes two loaves
"""

import threading


def bake_in_turn(bake, loaves):
    def bake_all():
        for _ in range(loaves):
            bake()

    baker = threading.Thread(target=bake_all)
    baker.start()
    baker.join()
