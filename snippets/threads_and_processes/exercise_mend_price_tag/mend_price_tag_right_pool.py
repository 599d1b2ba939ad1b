"""A pool of one worker, which takes the name: as in every terminal, a line is there as soon as it is printed."""

import multiprocessing
import sys


def print_tag(bread, price):
    multiprocessing.current_process().name = "printer"
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {price} euros")


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(print_tag, ("rye", int(sys.argv[1])))
