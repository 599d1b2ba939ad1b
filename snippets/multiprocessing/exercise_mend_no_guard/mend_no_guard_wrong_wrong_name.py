"""The guard asks for the name of the file, and so nobody comes in.

The check says: prints nothing
"""

import multiprocessing
import sys


def bake(loaf):
    print(f"baking {loaf}")


if __name__ == "mend_no_guard":
    context = multiprocessing.get_context("spawn")
    print("the oven is hot")
    bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
