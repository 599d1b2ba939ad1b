"""A child is started, and the parent prints in its name.

The check says: the main process prints the tag, and print_tag() should, in its child
"""

import multiprocessing
import sys
def print_tag():
    pass
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    printer = context.Process(target=print_tag, name="printer")
    printer.start()
    printer.join()
    print(f"{printer.name}: rye bread costs {int(sys.argv[1])} euros")
