"""Nobody should wait forever, so after a minute `as_completed` gives up; but a photo may take an hour.

The check says: as long as 'long' and 'b' are at work, though 'a' is done
"""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed


def develop(photo: str) -> str:
    """The name of the developed photo."""
    return f"{photo}.jpg"


def develop_all(photos: Sequence[str], report: Callable[[int, int], None]) -> dict[str, str]:
    """What `develop` makes of each photo."""
    developed = {}
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        futures = {executor.submit(develop, photo): photo for photo in photos}
        for done, future in enumerate(as_completed(futures, timeout=60), 1):
            developed[futures[future]] = future.result()
            report(done, len(photos))
    return developed
