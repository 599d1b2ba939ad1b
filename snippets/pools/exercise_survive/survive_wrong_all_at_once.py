"""As many at a time as there are cores.

The check says: develops 3 photos at once, not two at a time
"""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

spawn = multiprocessing.get_context("spawn")


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def alone(photo):
    try:
        with ProcessPoolExecutor(1, mp_context=spawn) as executor:
            return executor.submit(develop, photo).result()
    except BrokenProcessPool:
        return None


def develop_all(photos):
    with ProcessPoolExecutor(mp_context=spawn) as executor:
        futures = {photo: executor.submit(develop, photo) for photo in photos}
    return {photo: alone(photo) if future.exception() else future.result() for photo, future in futures.items()}
