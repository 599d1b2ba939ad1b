"""First two at a time; whatever is missing after a break has an executor to itself."""

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

spawn = multiprocessing.get_context("spawn")


def develop(photo: str) -> str:
    """The name of the developed photo. A panorama ends its worker, as the system does when the memory runs out."""
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def alone(photo: str) -> str | None:
    """What `develop` makes of a photo in an executor of its own, or None if that breaks."""
    try:
        with ProcessPoolExecutor(1, mp_context=spawn) as executor:
            return executor.submit(develop, photo).result()
    except BrokenProcessPool:
        return None


def develop_all(photos: Sequence[str]) -> dict[str, str | None]:
    """What `develop` makes of each photo, or None."""
    futures = {}
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        for photo in photos:
            try:
                futures[photo] = executor.submit(develop, photo)
            except BrokenProcessPool:  # it broke before all were submitted
                break
    developed: dict[str, str | None] = {}
    for photo in photos:
        is_done = photo in futures and not futures[photo].exception()
        developed[photo] = futures[photo].result() if is_done else alone(photo)
    return developed


if __name__ == "__main__":
    print(develop_all(["bride", "groom", "cake"]))
