"""One worker looks up all photos.

The check says: a worker looks up photo 3, and frame_all has the other one look up nothing
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def frame(template, photo):
    return template[photo]


def keep(template):
    keep.template = template


def all_of(photos):
    return [frame(keep.template, p) for p in photos]


def frame_all(template, photos):
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), keep, (template,)) as ex:
        return ex.submit(all_of, photos).result()
