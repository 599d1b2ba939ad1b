"""`python mend_no_guard.py rye oat` should print `the oven is hot`, then `baking rye` and `baking oat`.

Each loaf is baked in a process of its own, started by `spawn`, so the last two may change places. Now nothing is baked.
Mend it.
"""

import multiprocessing
import sys


def bake(loaf: str) -> None:
    """Bake a loaf."""
    print(f"baking {loaf}")


# TODO: a child imports this file. Which of these lines are not for children?
context = multiprocessing.get_context("spawn")
print("the oven is hot")
bakers = [context.Process(target=bake, args=(loaf,)) for loaf in sys.argv[1:]]
for baker in bakers:
    baker.start()
for baker in bakers:
    baker.join()
