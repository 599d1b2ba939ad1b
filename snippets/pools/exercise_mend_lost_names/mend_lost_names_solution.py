"""Each result says which photo it belongs to."""

from collections.abc import Callable, Sequence
from multiprocessing.pool import Pool


def develop(photo: str) -> tuple[str, int]:
    """Develop a photo: gives its name and its size."""
    return photo, len(photo)


def develop_all(pool: Pool, photos: Sequence[str], ready: Callable[[str, int], object]) -> None:
    """Develop all photos, and tell of each when it is ready."""
    for photo, size in pool.imap_unordered(develop, photos):
        ready(photo, size)
