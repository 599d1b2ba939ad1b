"""map keeps the order of the calls, as_completed gives whatever is ready."""

import time
from concurrent.futures import ThreadPoolExecutor, as_completed

SECONDS = {"harbour": 0.6, "airport": 0.2, "summit": 0.4}


def ask(station):
    time.sleep(SECONDS[station])  # in place of waiting for the radio
    return f"{station} took {SECONDS[station]} s"


with ThreadPoolExecutor(max_workers=3) as executor:
    # --8<-- [start:map]
    print("map")
    for answer in executor.map(ask, SECONDS):
        print(answer)
    # --8<-- [end:map]
    # --8<-- [start:as_completed]
    print("as_completed")
    futures = [executor.submit(ask, station) for station in SECONDS]
    for future in as_completed(futures):
        print(future.result())
    # --8<-- [end:as_completed]
