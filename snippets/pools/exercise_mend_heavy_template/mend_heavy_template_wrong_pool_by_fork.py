"""A pool whose workers are started by fork have the template already.

The check says: frame_all starts its workers by fork, not by spawn
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
    with multiprocessing.get_context("fork").Pool(2, initializer=_keep, initargs=(template,)) as pool:
        return pool.map(frame, photos)
