"""Try to send five things to another process."""

import multiprocessing
import sys
import threading
from pickle import PicklingError


def receive(thing):
    print("received", thing)


def main():
    # --8<-- [start:things]
    things = {
        "list": [1, 2],
        "lambda": lambda: 5,
        "lock": threading.Lock(),
        "open file": sys.stdout,
        "generator": (number for number in range(3)),
    }
    # --8<-- [end:things]
    context = multiprocessing.get_context("spawn")
    for name, thing in things.items():
        print(f"{name}: ", end="")
        try:
            receiver = context.Process(target=receive, args=(thing,))
            receiver.start()
            receiver.join()
        except (AttributeError, PicklingError, TypeError) as error:
            text = str(error).split(" at 0x")[0]  # 3.14 adds an address
            print(f"{type(error).__name__}\n  {text}")


if __name__ == "__main__":
    main()

# /// run
# python = ["3.11", "3.12", "3.13", ">=3.14"]
# ///
