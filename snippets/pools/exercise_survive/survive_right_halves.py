"""What breaks an executor is divided in two halves, until one photo is left, which did it."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def develop_all(photos):
    if not photos:
        return {}
    try:
        with ProcessPoolExecutor(max_workers=2) as executor:
            return dict(zip(photos, executor.map(develop, photos), strict=True))
    except BrokenProcessPool:
        half = len(photos) // 2
        return {**develop_all(photos[:half]), **develop_all(photos[half:])} if half else {photos[0]: None}
