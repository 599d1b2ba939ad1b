"""Photos that end their workers are missing from the dictionary.

The check says: returned nothing for 'panorama'
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
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        futures = {photo: executor.submit(develop, photo) for photo in photos}
    tried = {photo: alone(photo) if future.exception() else future.result() for photo, future in futures.items()}
    return {photo: picture for photo, picture in tried.items() if picture}
