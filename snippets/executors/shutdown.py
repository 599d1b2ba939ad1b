"""An executor is shut down while one call is running and nine are waiting."""

import threading
from concurrent.futures import ThreadPoolExecutor

has_begun, may_end = threading.Event(), threading.Event()


def ask(number):
    has_begun.set()
    may_end.wait()
    return f"station {number} has answered"


# --8<-- [start:shutdown]
executor = ThreadPoolExecutor(max_workers=1)
futures = [executor.submit(ask, number) for number in range(10)]
has_begun.wait()
executor.shutdown(wait=False, cancel_futures=True)
print("cancelled:", sum(future.cancelled() for future in futures), "of", len(futures))
may_end.set()
print(futures[0].result())
executor.submit(ask, 10)
# --8<-- [end:shutdown]

# /// run
# ends = "exit 1"
# ///
