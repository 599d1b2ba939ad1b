"""A pool has as many workers as there are cores, if it is not told how many.

The check says: frame_all asked for as many workers as there are cores, 7 here, not for 2
"""

import multiprocessing
from collections.abc import Sequence

_template = b""


def _keep(template):
    global _template
    _template = template


def frame(photo: int) -> int:
    return _template[photo]


def frame_all(template: bytes, photos: Sequence[int]) -> list[int]:
    with multiprocessing.get_context("spawn").Pool(initializer=_keep, initargs=(template,)) as pool:
        return pool.map(frame, photos)
