"""Ctrl-C comes while the first of four calls is running."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor


def ask(station):
    time.sleep(0.2)  # in place of waiting for the radio
    print(f"{station} has answered")


with ThreadPoolExecutor(max_workers=1) as executor:
    for station in ("harbour", "airport", "summit", "valley"):
        executor.submit(ask, station)
    print("Ctrl-C")
    signal.raise_signal(signal.SIGINT)

# /// run
# ends = "signal SIGINT"
# ///
