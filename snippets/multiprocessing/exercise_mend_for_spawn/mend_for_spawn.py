"""Repair this script, which was written for `fork`, so that it works with `spawn`.

    python mend_for_spawn.py 19

writes the bill of each customer, with 19 percent tax (7 without a number), in a process of its own, and says at its
end that all are written. With `fork`, it does. For `spawn`, it has three mistakes. The first hides the second, and the
second hides the third, which raises no error.
"""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")  # it was "fork"
orders = {"Ada": 100, "Grace": 250, "Linus": 40}
tax = 7


def write_bill(customer: str) -> None:
    """Write what the customer has to pay."""
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


# TODO: repair what is below, and change above what has to change for it.
if len(sys.argv) > 1:
    tax = int(sys.argv[1])
print(f"Bills with {tax} percent tax:", flush=True)
writers = [context.Process(target=lambda name=name: write_bill(name)) for name in orders]
for writer in writers:
    writer.start()
for writer in writers:
    writer.join()
print("All bills are written.")
