"""What is submitted to an executor that is broken already is lost, and all others with it.

The check says: fs = {p: ex.submit(develop, p) for p in photos}
"""

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor


def develop(photo: str) -> str:
    """The name of the developed photo. A panorama ends its worker, as the system does when the memory runs out."""
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def develop_all(photos):
    spawn = multiprocessing.get_context("spawn")
    out = {}
    with ProcessPoolExecutor(2, mp_context=spawn) as ex:
        fs = {p: ex.submit(develop, p) for p in photos}
    for p, f in fs.items():
        if f.exception() is None:
            out[p] = f.result()
    for p in photos:
        if p not in out:
            with ProcessPoolExecutor(1, mp_context=spawn) as ex:
                try:
                    out[p] = ex.submit(develop, p).result()
                except BrokenExecutor:
                    out[p] = None
    return {p: out[p] for p in photos}
