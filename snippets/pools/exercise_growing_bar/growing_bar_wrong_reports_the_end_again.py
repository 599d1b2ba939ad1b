"""When all are done, it reports so once more.

The check says: calls report(4, 4) once more, after it has reported that all are done
"""

import multiprocessing
from collections.abc import Callable, Sequence


def develop(photo: str) -> str:
    return f"{photo}.jpg"


def print_bar(done: int, total: int) -> None:
    print("#" * done + "." * (total - done))


def _pair(photo):
    return photo, develop(photo)


def develop_all(photos: Sequence[str], report: Callable[[int, int], None]) -> dict[str, str]:
    found: dict[str, str] = {}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for n, (photo, name) in enumerate(pool.imap_unordered(_pair, photos), 1):
            found[photo] = name
            report(n, len(photos))
        pool.close()
        pool.join()
    report(len(photos), len(photos))
    return found
