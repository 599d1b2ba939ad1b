"""The results are in the order in which they come.

The check says: not [103, 100, 102, 101, 107, 107, 105, 104]
"""

import multiprocessing


def frame(template, photo):
    return template[photo]


def keep(template):
    keep.template = template


def one(photo):
    return frame(keep.template, photo)


def frame_all(template, photos):
    with multiprocessing.get_context("spawn").Pool(2, keep, (template,)) as pool:
        return list(pool.imap_unordered(one, photos))
