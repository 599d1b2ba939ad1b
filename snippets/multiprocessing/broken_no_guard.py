"""Start a process without the main guard."""

import multiprocessing
import sys

sys.tracebacklimit = 0  # the message only: its 13 lines of calls are all in the library
print("This file runs as", __name__)


def greet(guest):
    print(f"Hello {guest}")


context = multiprocessing.get_context("spawn")
greeter = context.Process(target=greet, args=("Ada",))
greeter.start()
greeter.join()
print("The greeter ended with exit code", greeter.exitcode)
