"""Each photo has a worker of its own from the start: nothing is lost, and nothing is parallel.

The check says: develops one photo after the other, not two at a time
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
    return {photo: alone(photo) for photo in photos}
