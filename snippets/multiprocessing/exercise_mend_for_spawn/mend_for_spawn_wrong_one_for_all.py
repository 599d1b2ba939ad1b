"""One new process writes the bills of all customers: nothing is done at the same time.

The check says: runs write_bill() for 3 customers in 1 new processes
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}


def write_bill(customer, tax):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


def write_bills(tax):
    for customer in orders:
        write_bill(customer, tax)


if __name__ == "__main__":
    tax = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"Bills with {tax} percent tax:", flush=True)
    writers = [context.Process(target=write_bills, args=(tax,))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("All bills are written.")
