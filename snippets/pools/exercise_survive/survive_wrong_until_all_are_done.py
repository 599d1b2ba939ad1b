"""It tries again until nothing is missing: and a panorama is missing forever.

The check says: again and again
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
    while len(developed) < len(photos):
        left = [photo for photo in photos if photo not in developed]
        with ProcessPoolExecutor(2, mp_context=spawn) as executor:
            futures = {photo: executor.submit(develop, photo) for photo in left}
        developed |= {photo: future.result() for photo, future in futures.items() if not future.exception()}
    return developed
