"""The price is an argument, and the child is started in another way.

The check says: is started by forkserver
"""

import multiprocessing
import sys


def print_tag(bread, price):
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {price} euros")


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    printer = context.Process(target=print_tag, args=("rye", int(sys.argv[1])), name="printer")
    printer.start()
    printer.join()
