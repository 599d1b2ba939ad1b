"""Two loops start all bakers, and then wait for all of them. That is for bakers with an oven each.

The check says: bake_in_turn() calls bake(), and the loaf before is not done
"""

import threading


def bake_in_turn(bake, loaves):
    bakers = [threading.Thread(target=bake) for _ in range(loaves)]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
