"""Make a progress bar grow.

`develop_all(photos, report)` returns a dictionary: for each photo what `develop` makes of it, done by two worker
processes. It calls `report(done, total)` in the main process as soon as a photo is done, with the number of photos that
are done so far: 1, 2, 3 and so on. A photo that takes long must not hold up the report about others. When `develop_all`
returns, its workers have ended. Leave `develop` as it is: it takes a photo and nothing else.
"""

import multiprocessing
from collections.abc import Callable, Sequence


def develop(photo: str) -> str:
    """The name of the developed photo."""
    return f"{photo}.jpg"


def develop_all(photos: Sequence[str], report: Callable[[int, int], None]) -> dict[str, str]:
    """What `develop` makes of each photo."""
    # TODO: here the bar jumps at the end.
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        developed = pool.map(develop, photos)
    for done in range(len(photos)):
        report(done + 1, len(photos))
    return dict(zip(photos, developed, strict=True))


def print_bar(done: int, total: int) -> None:
    """Print the bar."""
    print("#" * done + "." * (total - done))


if __name__ == "__main__":
    print(develop_all(["bride", "groom", "cake"], print_bar))
