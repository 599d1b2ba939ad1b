"""Actions are below the guard, the target is a function of the file, and the tax travels as an argument."""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}


def write_bill(customer: str, tax: int) -> None:
    """Write what the customer has to pay."""
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
