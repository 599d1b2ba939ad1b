"""The guard is there, and the processes are started in another way.

The check says: starts the processes that bake() by forkserver
"""

import multiprocessing
import sys


def bake(loaf):
    print(f"baking {loaf}")


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    print("the oven is hot")
    bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
