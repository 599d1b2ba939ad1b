"""With fork, the child has a copy of all. But not every system has it.

The check says: there is no fork on this computer
"""

import multiprocessing
import sys

prices = {}


def print_tag(bread):
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {prices[bread]} euros")


if __name__ == "__main__":
    prices["rye"] = int(sys.argv[1])
    context = multiprocessing.get_context("fork")
    printer = context.Process(target=print_tag, args=("rye",), name="printer")
    printer.start()
    printer.join()
