"""What is missing is done in the main process, and the guilty one ends that.

The check says: in the main process, which a panorama would end
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
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        futures = {photo: executor.submit(develop, photo) for photo in photos}
    return {photo: develop(photo) if future.exception() else future.result() for photo, future in futures.items()}
