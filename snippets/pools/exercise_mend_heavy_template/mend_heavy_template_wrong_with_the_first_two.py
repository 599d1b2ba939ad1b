"""The first two calls take the template along, and one worker may make both.

The check says: frame_all sent the template with a call that a worker makes
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def frame(template, photo):
    return template[photo]


def keep(template):
    if not hasattr(keep, "template"):
        keep.template = template


def one(photo):
    return frame(keep.template, photo)


def two(template, photo):
    keep(template)
    return one(photo)


def frame_all(template, photos):
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as ex:
        fs = [ex.submit(two, template, p) if i < 2 else ex.submit(one, p) for i, p in enumerate(photos)]
        return [f.result() for f in fs]
