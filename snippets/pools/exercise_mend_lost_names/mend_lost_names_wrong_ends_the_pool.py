"""`with` ends a pool that others go on to use.

The check says: after develop_all, others cannot go on to use the pool: Pool not running
"""

from collections.abc import Callable, Sequence
from multiprocessing.pool import Pool


def develop(photo: str) -> int:
    return len(photo)


def _both(photo: str) -> tuple[str, int]:
    return (photo, develop(photo))


def develop_all(pool: Pool, photos: Sequence[str], ready: Callable[[str, int], object]) -> None:
    with pool:
        for photo, size in pool.imap_unordered(_both, photos):
            ready(photo, size)
