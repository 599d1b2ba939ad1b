"""All threads are made first, and each is started when the one before it has ended."""

import threading


def bake_in_turn(bake, loaves):
    bakers = [threading.Thread(target=bake, name=f"baker {number}") for number in range(loaves)]
    while bakers:
        baker = bakers.pop()
        baker.start()
        baker.join()
