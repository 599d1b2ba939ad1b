"""The start method is set for the whole program, which may be done only once.

The check says: raised RuntimeError: context has already been set
"""

import multiprocessing


def keep(t):
    global template
    template = t


def frame(photo):
    return template[photo]


def frame_all(template, photos):
    multiprocessing.set_start_method("spawn")
    with multiprocessing.Pool(2, keep, (template,)) as pool:
        return pool.map(frame, photos)
