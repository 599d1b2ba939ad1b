"""`python mend_price_tag.py 4` should print `printer: rye bread costs 4 euros`. It fails. Mend it.

The tag is printed by a child, which is started by `spawn`, as on every system.
"""

import multiprocessing
import sys

prices: dict[str, int] = {}


def print_tag(bread: str) -> None:
    """Print who prints, and what the bread costs."""
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {prices[bread]} euros")


if __name__ == "__main__":
    prices["rye"] = int(sys.argv[1])  # TODO: a spawned child does not see what its parent does here.
    context = multiprocessing.get_context("spawn")
    printer = context.Process(target=print_tag, args=("rye",), name="printer")
    printer.start()
    printer.join()
