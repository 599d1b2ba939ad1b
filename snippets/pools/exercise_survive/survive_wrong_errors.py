"""In the place of a photo that ends its worker there is the error, not `None`.

The check says: 'panorama': BrokenProcessPool(
"""

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def develop(photo: str) -> str:
    """The name of the developed photo. A panorama ends its worker, as the system does when the memory runs out."""
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def alone(photo: str) -> str | BaseException:
    """What `develop` makes of a photo, or why not."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        future = executor.submit(develop, photo)
        return future.exception() or future.result()


def develop_all(photos: Sequence[str]) -> dict[str, str | BaseException]:
    """What `develop` makes of each photo."""
    with ThreadPoolExecutor(2) as threads:
        return dict(zip(photos, threads.map(alone, photos), strict=True))
