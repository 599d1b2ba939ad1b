"""The price travels to the child, as an argument."""

import multiprocessing
import sys


def print_tag(bread: str, price: int) -> None:
    """Print who prints, and what the bread costs."""
    print(f"{multiprocessing.current_process().name}: {bread} bread costs {price} euros")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    printer = context.Process(target=print_tag, args=("rye", int(sys.argv[1])), name="printer")
    printer.start()
    printer.join()
