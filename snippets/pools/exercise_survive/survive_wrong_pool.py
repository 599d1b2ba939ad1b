"""A `Pool` puts a new worker in the place of a dead one, but nobody does its photo any more.

The check says: develop_all(['bride', 'panorama', 'groom']) waits forever
"""

import multiprocessing
import os
import signal


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def develop_all(photos):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return dict(zip(photos, pool.map(develop, photos, chunksize=1)))
