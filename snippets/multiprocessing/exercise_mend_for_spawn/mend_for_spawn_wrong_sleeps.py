"""Instead of waiting for the processes it sleeps, for as long as they took when it was tried.

The check says: does not end with 'All bills are written.'
"""

import multiprocessing
import sys
import time

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
    time.sleep(3)
    print("All bills are written.")
