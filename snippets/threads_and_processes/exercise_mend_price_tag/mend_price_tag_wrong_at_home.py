"""The parent knows the price, so the parent prints the tag.

The check says: MainProcess: rye bread costs 4 euros
"""

import multiprocessing
import sys

prices = {}


def print_tag(bread):
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {prices[bread]} euros")


if __name__ == "__main__":
    prices["rye"] = int(sys.argv[1])
    print_tag("rye")
