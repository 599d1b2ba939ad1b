"""Mend a template that is sent too often.

`frame_all(template, photos)` returns `template[photo]` for each photo, in their order. Two workers look these up,
which are started by `spawn`, and the template is large: it has to be sent to each worker once, and not with every
photo.
"""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def frame(template: bytes, photo: int) -> int:
    """Frame a photo, which uses a byte of the template."""
    return template[photo]


def frame_all(template: bytes, photos: Sequence[int]) -> list[int]:
    """Frame all photos, by two workers."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        # TODO: what travels with each photo?
        return list(executor.map(partial(frame, template), photos))
