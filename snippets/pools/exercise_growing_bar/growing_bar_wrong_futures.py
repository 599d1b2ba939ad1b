"""The dictionary has what will give the photos, and not the photos.

The check says: returned {'long': <Future
"""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed


def develop(photo: str) -> str:
    """The name of the developed photo."""
    return f"{photo}.jpg"


def develop_all(photos: Sequence[str], report: Callable[[int, int], None]) -> dict[str, Future[str]]:
    """What `develop` makes of each photo."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        futures = {photo: executor.submit(develop, photo) for photo in photos}
        for done, _ in enumerate(as_completed(futures.values()), 1):
            report(done, len(photos))
    return futures
