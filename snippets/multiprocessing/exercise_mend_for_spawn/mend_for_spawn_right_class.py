"""A subclass of `Process` that brings the tax along, and one bill after another."""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}


class Writer(context.Process):
    def __init__(self, customer, tax):
        super().__init__()
        self.customer, self.tax = customer, tax

    def run(self):
        print(f"{self.customer} pays {orders[self.customer] * (100 + self.tax) / 100:.2f} euros", flush=True)


if __name__ == "__main__":
    tax = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"Bills with {tax} percent tax:", flush=True)
    for name in orders:
        writer = Writer(name, tax)
        writer.start()
        writer.join()
    print("All bills are written.")
