"""Results come as they are done, one by one, and each says which photo it belongs to."""

import multiprocessing
from collections.abc import Callable, Sequence


def develop(photo: str) -> str:
    """The name of the developed photo."""
    return f"{photo}.jpg"


def named(photo: str) -> tuple[str, str]:
    """A photo, and what `develop` makes of it."""
    return photo, develop(photo)


def develop_all(photos: Sequence[str], report: Callable[[int, int], None]) -> dict[str, str]:
    """What `develop` makes of each photo."""
    developed = {}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for done, (photo, picture) in enumerate(pool.imap_unordered(named, photos), start=1):
            developed[photo] = picture
            report(done, len(photos))
    return developed


def print_bar(done: int, total: int) -> None:
    """Print the bar."""
    print("#" * done + "." * (total - done))


if __name__ == "__main__":
    print(develop_all(["bride", "groom", "cake"], print_bar))
