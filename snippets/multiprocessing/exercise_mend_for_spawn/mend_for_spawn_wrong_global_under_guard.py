"""All actions are below the guard, the one that sets `tax` among them: the new processes never see it.

The check says: write_bill('Ada') writes 107.00 euros, not 119.00
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}
tax = 7


def write_bill(customer):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        tax = int(sys.argv[1])
    print(f"Bills with {tax} percent tax:", flush=True)
    writers = [context.Process(target=write_bill, args=(name,)) for name in orders]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("All bills are written.")
