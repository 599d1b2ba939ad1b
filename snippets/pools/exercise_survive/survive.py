"""Survive photos that end their workers.

`develop_all(photos)` returns a dictionary: for each photo what `develop` makes of it, and `None` for each photo that
ends its worker. There may be several of these, and not all have names that tell: the check has others. The photos are
developed by worker processes, two at a time as long as none of them dies. If one does, no other photo may be lost: what
is missing is tried again. A photo may take any time. When `develop_all` returns, its workers have ended. Leave
`develop` as it is.
"""

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor


def develop(photo: str) -> str:
    """The name of the developed photo. A panorama ends its worker, as the system does when the memory runs out."""
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def develop_all(photos: Sequence[str]) -> dict[str, str | None]:
    """What `develop` makes of each photo, or None."""
    # TODO: one photo that ends its worker, and all is lost.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        return dict(zip(photos, executor.map(develop, photos), strict=True))


if __name__ == "__main__":
    print(develop_all(["bride", "groom", "cake"]))
