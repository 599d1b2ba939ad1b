"""Two threads print one line each, in two pieces."""

import threading

both_began = threading.Barrier(2)


def bake():
    print("in the oven ... ", end="")
    both_began.wait()
    print("done")


bakers = [threading.Thread(target=bake) for _ in range(2)]
for baker in bakers:
    baker.start()
for baker in bakers:
    baker.join()
