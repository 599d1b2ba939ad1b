"""What is to be said at the end is said when Python ends, and that is before it waits for processes.

The check says: does not end with 'All bills are written.'
"""

import multiprocessing
import sys

orders = {"Ada": 100, "Grace": 250, "Linus": 40}


def write_bill(customer, tax):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    tax = int(sys.argv[1]) if sys.argv[1:] else 7
    print(f"Bills with {tax} percent tax:", flush=True)

    import atexit

    atexit.register(print, "All bills are written.")
    ws = [context.Process(target=write_bill, args=(n, tax)) for n in orders]
    [w.start() for w in ws]
