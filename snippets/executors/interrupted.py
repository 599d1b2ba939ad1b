"""After Ctrl-C, the calls that have not begun are cancelled."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor


def ask(station):
    time.sleep(0.2)  # in place of waiting for the radio
    print(f"{station} has answered")


with ThreadPoolExecutor(max_workers=1) as executor:
    # --8<-- [start:cancel]
    try:
        for station in ("harbour", "airport", "summit", "valley"):
            executor.submit(ask, station)
        print("Ctrl-C")
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    # --8<-- [end:cancel]

# /// run
# ends = "signal SIGINT"
# ///
