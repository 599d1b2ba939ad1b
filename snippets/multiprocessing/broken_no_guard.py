"""Start a process in a file without the main guard."""

import multiprocessing
import sys

sys.tracebacklimit = 0  # the message alone, without the library's calls
print("this file runs as", __name__)


def bake(what):
    print(f"baking {what} in another process")


context = multiprocessing.get_context("spawn")
baker = context.Process(target=bake, args=("bread",))
baker.start()
baker.join()
print("the baker ended with exit code", baker.exitcode)
