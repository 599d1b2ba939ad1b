"""Let a worker of a Pool die at its work, and ask for all results."""

import multiprocessing
import os
import signal

PHOTOS = ["bride", "panorama", "cake"]


def develop(photo):
    if photo == "panorama":  # it needs too much memory
        os.kill(os.getpid(), signal.SIGKILL)
    return "developed"


if __name__ == "__main__":
    # --8<-- [start:ask]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(abs, [1, 2], chunksize=1)  # both are awake
        results = {name: pool.apply_async(develop, (name,)) for name in PHOTOS}
        for name, result in results.items():
            try:
                print(f"{name}: {result.get(timeout=1)}")
            except multiprocessing.TimeoutError:
                print(f"{name}: nothing after a second")
        print("workers alive:", len(multiprocessing.active_children()))
    # --8<-- [end:ask]

# /// run
# needs = ["fork"]
# ///
