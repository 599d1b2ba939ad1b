"""Forget the main guard, and choose no start method either."""

import multiprocessing
import sys

sys.tracebacklimit = 0  # the message alone, without the library's calls
print("start method:", multiprocessing.get_start_method())


def bake(what):
    print(f"baking {what} in another process")


# --8<-- [start:baker]
baker = multiprocessing.Process(target=bake, args=("bread",))
baker.start()
baker.join()
# --8<-- [end:baker]
print("the baker ended with exit code", baker.exitcode)

# /// run
# ends = { "==3.14.0" = "ok", "3.14" = "exit 1", ">=3.11" = "ok" }
# output = "varies"
# because = "under 3.14 the parent meets one of two errors"
# rare = true
# python = ["3.13", "3.14", ">=3.15"]
# needs = ["fork"]
# ///
