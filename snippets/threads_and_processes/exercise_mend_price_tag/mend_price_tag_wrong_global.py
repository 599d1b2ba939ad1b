"""`global` makes the name one of the module, and each process has a module of its own.

The check says: KeyError: 'rye'
"""

import multiprocessing
import sys

prices = {}


def print_tag(bread):
    global prices
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {prices[bread]} euros")


def main():
    global prices
    prices = {"rye": int(sys.argv[1])}
    context = multiprocessing.get_context("spawn")
    printer = context.Process(target=print_tag, args=("rye",), name="printer")
    printer.start()
    printer.join()


if __name__ == "__main__":
    main()
