"""Every new process reads the tax when it imports the file: the arguments of the command line are there, too."""

import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
orders = {"Ada": 100, "Grace": 250, "Linus": 40}
tax = int(sys.argv[1]) if len(sys.argv) > 1 else 7


def write_bill(customer):
    print(f"{customer} pays {orders[customer] * (100 + tax) / 100:.2f} euros", flush=True)


def main():
    print(f"Bills with {tax} percent tax:", flush=True)
    writers = [context.Process(target=write_bill, args=[name]) for name in orders]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("All bills are written.")


if __name__ == "__main__":
    main()
