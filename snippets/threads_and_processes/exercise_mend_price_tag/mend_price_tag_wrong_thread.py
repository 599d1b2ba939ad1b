"""A thread of the main process prints, not a child.

The check says: print_tag() should print in a child of multiprocessing, and none was started
"""

import sys
import threading

prices = {}


def print_tag(bread):
    print(f"{threading.current_thread().name}: {bread} bread costs {prices[bread]} euros")


if __name__ == "__main__":
    prices["rye"] = int(sys.argv[1])
    printer = threading.Thread(target=print_tag, args=("rye",), name="printer")
    printer.start()
    printer.join()
