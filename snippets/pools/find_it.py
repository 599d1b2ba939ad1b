"""Find the photo that ends its worker: each suspect gets one of its own."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

PHOTOS = ["bride", "panorama", "groom", "cake"]
spawn = multiprocessing.get_context("spawn")


def develop(photo):
    if photo == "panorama":  # it needs too much memory
        os.kill(os.getpid(), signal.SIGKILL)
    return "developed"


def alone(photo):
    try:
        with ProcessPoolExecutor(1, mp_context=spawn) as executor:
            return executor.submit(develop, photo).result()
    except BrokenProcessPool:
        return "ended its worker"


if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        futures = {photo: executor.submit(develop, photo) for photo in PHOTOS}
    for photo, future in futures.items():
        done = alone(photo) if future.exception() else future.result()
        print(f"{photo}: {done}")

# /// run
# needs = ["fork"]
# ///
