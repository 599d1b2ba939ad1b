"""The tax travels as an argument, but before the number that was typed is read.

The check says: write_bill('Ada') writes 107.00 euros, not 119.00
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}
tax = 7


def write_bill(customer, tax):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if __name__ == "__main__":
    writers = [context.Process(target=write_bill, args=(name, tax)) for name in orders]
    tax = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"Bills with {tax} percent tax:", flush=True)
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("All bills are written.")
