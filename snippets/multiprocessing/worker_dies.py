"""Lose a worker in the middle of its work, and ask the executor."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def add_up(branch):
    if branch == 2:  # this one needs too much memory
        os.kill(os.getpid(), signal.SIGKILL)
    return 100 * branch


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    # --8<-- [start:ask]
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        for branch in (1, 2, 3):
            try:
                total = executor.submit(add_up, branch).result()
                print(f"branch {branch}: {total}")
            except BrokenProcessPool as error:
                print(f"branch {branch}: {error}")
    # --8<-- [end:ask]

# /// run
# needs = ["fork"]
# ///
