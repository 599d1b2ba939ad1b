"""Two calls wait for calls that wait behind them, in the same executor."""

import threading
from concurrent.futures import ThreadPoolExecutor

both_have_begun = threading.Barrier(2, action=lambda: print("both regions have begun"))
executor = ThreadPoolExecutor(max_workers=2)


def temperature(station):
    return float(len(station))


def mean(region):
    both_have_begun.wait()
    first = executor.submit(temperature, f"{region} harbour")
    second = executor.submit(temperature, f"{region} summit")
    return (first.result() + second.result()) / 2


# --8<-- [start:map]
print("means:", list(executor.map(mean, ["north", "south"])))
# --8<-- [end:map]

# /// run
# timeout = 2
# ends = "timeout"
# ///
