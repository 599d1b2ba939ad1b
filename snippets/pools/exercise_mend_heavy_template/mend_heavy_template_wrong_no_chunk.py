"""Half of one photo is none, and a chunk has one photo at least.

The check says: raised ValueError: chunksize must be >= 1.
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def keep(t):
    global template
    template = t


def frame(photo):
    return template[photo]


def frame_all(template, photos):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context, initializer=keep, initargs=(template,)) as executor:
        return list(executor.map(frame, photos, chunksize=len(photos) // 2))
