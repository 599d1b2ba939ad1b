"""A function `main`, which the guard calls."""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")


def bake(loaf):
    print(f"baking {loaf}")


def main():
    print("the oven is hot")
    bakers = []
    for loaf in sys.argv[1:]:
        bakers.append(context.Process(target=bake, args=(loaf,)))
        bakers[-1].start()
    for baker in bakers:
        baker.join()


if __name__ == "__main__":
    main()
