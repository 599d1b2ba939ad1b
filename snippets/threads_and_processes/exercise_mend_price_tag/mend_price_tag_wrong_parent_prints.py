"""A child is started, and the parent prints in its name.

The check says: the main process prints the tag, and its child should print it
"""

import multiprocessing
import sys
def nothing():
    pass
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    printer = context.Process(target=nothing, name="printer")
    printer.start()
    printer.join()
    print(f"{printer.name}: rye bread costs {int(sys.argv[1])} euros")
