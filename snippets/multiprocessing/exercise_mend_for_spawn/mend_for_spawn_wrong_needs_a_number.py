"""It reads the tax where it is typed, and fails where nothing is.

The check says: mend_for_spawn.py fails; write_bill() has written 0 of 3 bills
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}


def write_bill(customer, tax):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if __name__ == "__main__":
    tax = int(sys.argv[1])
    print(f"Bills with {tax} percent tax:", flush=True)
    writers = [context.Process(target=write_bill, args=(name, tax)) for name in orders]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("All bills are written.")
