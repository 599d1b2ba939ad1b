"""`run` in place of `start`: it calls the function where it is, and no process begins.

The check says: runs write_bill() in the main process, not in a process for each customer
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}


def write_bill(customer, tax):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if __name__ == "__main__":
    tax = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"Bills with {tax} percent tax:", flush=True)
    writers = [context.Process(target=write_bill, args=(name, tax)) for name in orders]
    for writer in writers:
        writer.run()
    print("All bills are written.")
