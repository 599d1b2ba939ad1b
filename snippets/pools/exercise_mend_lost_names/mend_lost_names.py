"""Mend photos that get the size of another one.

`develop_all(pool, photos, ready)` lets the workers of `pool`, a `multiprocessing.Pool`, develop the photos. For each
of them it calls `ready(photo, size)` as soon as that photo is developed, no matter which was begun first, and it
returns when it has told of all. But the sizes go to the wrong photos. `develop` may return something else than it does,
and others go on to use `pool`.
"""

from collections.abc import Callable, Sequence
from multiprocessing.pool import Pool


def develop(photo: str) -> int:
    """Develop a photo: gives its size."""
    return len(photo)


def develop_all(pool: Pool, photos: Sequence[str], ready: Callable[[str, int], object]) -> None:
    """Develop all photos, and tell of each when it is ready."""
    # TODO: whose size comes first?
    for photo, size in zip(photos, pool.imap_unordered(develop, photos), strict=True):
        ready(photo, size)
