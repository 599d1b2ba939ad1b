"""The last line stands below the guard, not in it: each new process writes it, before its bill.

The check says: writes 4 times 'All bills are written.'
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
        writer.start()
    for writer in writers:
        writer.join()
print("All bills are written.")
