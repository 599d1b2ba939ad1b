"""Use an executor without a main guard, under the default start method."""

import sys
from concurrent.futures import ProcessPoolExecutor

sys.tracebacklimit = 0  # the messages alone


def forecast(city):
    return f"{city}: rain"


with ProcessPoolExecutor(1) as executor:
    print(executor.submit(forecast, "Oslo").result())

# /// run
# ends = { "<3.14" = "ok", ">=3.14" = "exit 1" }
# output = "varies"
# because = "under 3.14 the parent meets one of two errors, and 3.15 names a process by its number"
# rare = true
# python = ["3.13", "3.14", ">=3.15"]
# needs = ["fork"]
# ///
