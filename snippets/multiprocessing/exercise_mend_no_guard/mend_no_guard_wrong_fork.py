"""A forked child imports nothing, and needs no guard. But not every system has fork.

The check says: there is no fork on this computer
"""

import multiprocessing
import sys


def bake(loaf):
    print(f"baking {loaf}")


context = multiprocessing.get_context("fork")
print("the oven is hot")
bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
for baker in bakers:
    baker.start()
for baker in bakers:
    baker.join()
