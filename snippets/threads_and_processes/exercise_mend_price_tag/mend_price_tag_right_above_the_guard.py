"""Above the guard, each process sets the price for itself: a spawned child has the arguments of the command, too."""

import multiprocessing
import sys

prices = {"rye": int(sys.argv[1])}


def print_tag(bread):
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {prices[bread]} euros")


if __name__ == "__main__":
    printer = multiprocessing.get_context("spawn").Process(target=print_tag, args=("rye",), name="printer")
    printer.start()
    printer.join()
