"""All that is to be done once stands below the guard."""

import multiprocessing
import sys


def bake(loaf: str) -> None:
    """Bake a loaf."""
    print(f"baking {loaf}")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    print("the oven is hot")
    bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
