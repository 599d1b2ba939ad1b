"""What each process does as it begins wants the tax, and is not given it: process after process dies of that.

The check says: does not come to an end
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}


def begin(number):
    global tax
    tax = number


def write_bill(customer):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if __name__ == "__main__":
    tax = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"Bills with {tax} percent tax:", flush=True)
    with context.Pool(len(orders), begin) as pool:
        pool.map(write_bill, orders, chunksize=1)
    print("All bills are written.")
