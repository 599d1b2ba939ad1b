"""An initializer keeps the template in each worker, and a call is sent nothing but its photo."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

kept = b""


def keep(template: bytes) -> None:
    """What a worker does first."""
    global kept
    kept = template


def frame(photo: int) -> int:
    """Frame a photo, which uses a byte of the template."""
    return kept[photo]


def frame_all(template: bytes, photos: Sequence[int]) -> list[int]:
    """Frame all photos, by two workers."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context, initializer=keep, initargs=(template,)) as executor:
        return list(executor.map(frame, photos))
