"""Each thread prints its line whole, while it holds a lock that the others wait for."""

import threading

both_began = threading.Barrier(2)
printing = threading.Lock()


def bake():
    both_began.wait()
    with printing:
        print("in the oven ... done")


bakers = [threading.Thread(target=bake) for _ in range(2)]
for baker in bakers:
    baker.start()
for baker in bakers:
    baker.join()
