"""Start a process in a file without the main guard."""

import multiprocessing
import sys

sys.tracebacklimit = 0  # the message alone, without the library's calls
print("This file runs as", __name__)


def greet(guest):
    print(f"Hello {guest}, from another process")


context = multiprocessing.get_context("spawn")
greeter = context.Process(target=greet, args=("Ada",))
greeter.start()
greeter.join()
print("The greeter ended with exit code", greeter.exitcode)
