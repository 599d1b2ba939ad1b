"""The function is below the guard, too, where no child finds it.

The check says: AttributeError
"""

import multiprocessing
import sys

if __name__ == "__main__":

    def bake(loaf):
        print(f"baking {loaf}")

    context = multiprocessing.get_context("spawn")
    print("the oven is hot")
    bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
