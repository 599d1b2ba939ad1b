"""An executor that is broken takes no more work.

The check says: future = executor.submit(develop, photo)
"""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor

spawn = multiprocessing.get_context("spawn")


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def develop_all(photos):
    developed = {}
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        futures = {photo: executor.submit(develop, photo) for photo in photos}
        for photo, future in futures.items():
            if future.exception():
                future = executor.submit(develop, photo)
            developed[photo] = future.result()
    return developed
