"""The lines below `write_bill` were kept and copied under the guard: each customer gets two bills.

The check says: 'Ada' gets 2 bills from write_bill()
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
    writers = [context.Process(target=write_bill, args=(name, tax)) for name in [*orders, *orders]]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("All bills are written.")
