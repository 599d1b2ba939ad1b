"""The guard comes only before the processes are made. What is above it runs in every one of them.

The check says: writes 4 times 'Bills with 19 percent tax:'
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}
tax = 7


def write_bill(customer):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if len(sys.argv) > 1:
    tax = int(sys.argv[1])
print(f"Bills with {tax} percent tax:", flush=True)
if __name__ == "__main__":
    writers = [context.Process(target=write_bill, args=(name,)) for name in orders]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("All bills are written.")
