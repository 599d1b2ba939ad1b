"""Look at a process that has ended before anybody joined it."""

import multiprocessing
import os
from pathlib import Path


def state(pid):
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return "gone"
    return status.read_text().partition("State:\t")[2].splitlines()[0]


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    # --8<-- [start:look]
    guest = context.Process(target=print, args=("Goodbye",))
    guest.start()
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # wait, do not collect
    print("ended: ", state(guest.pid))
    guest.join()
    print("joined:", state(guest.pid))
    # --8<-- [end:look]

# /// run
# needs = ["proc"]
# ///
