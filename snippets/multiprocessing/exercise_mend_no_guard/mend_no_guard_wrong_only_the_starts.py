"""The guard begins too late: the first line is run by every child.

The check says: prints 3 times 'the oven is hot'
"""

import multiprocessing
import sys


def bake(loaf):
    print(f"baking {loaf}")


context = multiprocessing.get_context("spawn")
print("the oven is hot")
bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
if __name__ == "__main__":
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
