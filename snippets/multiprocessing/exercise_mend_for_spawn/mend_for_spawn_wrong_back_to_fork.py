"""It was written for `fork`, so let it have `fork`. Where there is none, it fails.

The check says: fork is not here, use spawn
"""

import multiprocessing
import sys

context = multiprocessing.get_context("fork")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}
tax = 7


def write_bill(customer):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


if len(sys.argv) > 1:
    tax = int(sys.argv[1])
print(f"Bills with {tax} percent tax:", flush=True)
writers = [context.Process(target=lambda name=name: write_bill(name)) for name in orders]
for writer in writers:
    writer.start()
for writer in writers:
    writer.join()
print("All bills are written.")
