"""One process bakes all loaves.

The check says: starts 1 process; each of 2 loaves is to be baked in a process of its own
"""

import multiprocessing
import sys


def bake(loaf):
    print(f"baking {loaf}")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    print("the oven is hot")
    pool = context.Pool(1)
    pool.map(bake, sys.argv[1:])
    pool.close()
    pool.join()
