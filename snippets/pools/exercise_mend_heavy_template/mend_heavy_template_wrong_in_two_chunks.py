"""Two chunks take the template along, and one worker may get both.

The check says: frame_all sent the template with a call that a worker makes
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def frame(template, photo):
    return template[photo]


def frame_all(template, photos):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as ex:
        return list(ex.map(partial(frame, template), photos, chunksize=max(1, len(photos) // 2)))
