"""A manager, which is a process of its own, has the prices for both."""

import multiprocessing
import sys


def print_tag(bread, prices):
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {prices[bread]} euros")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        prices = manager.dict(rye=int(sys.argv[1]))
        printer = context.Process(target=print_tag, args=("rye", prices), name="printer")
        printer.start()
        printer.join()
