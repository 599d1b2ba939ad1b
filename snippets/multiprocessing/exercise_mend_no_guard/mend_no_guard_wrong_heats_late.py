"""The oven is hot after the bakers have started: often before they bake, for a start takes time.

The check says: mend_no_guard.py rye oat prints 'baking
"""

import multiprocessing
import sys


def bake(loaf: str) -> None:
    print(f"baking {loaf}")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
    for baker in bakers:
        baker.start()
    print("the oven is hot", flush=True)
    for baker in bakers:
        baker.join()
