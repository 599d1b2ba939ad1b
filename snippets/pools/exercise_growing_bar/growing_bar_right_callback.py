"""The pool calls back for each photo, in a thread of the main process."""

import multiprocessing
from functools import partial


def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    developed = {}

    def is_done(photo, picture):
        developed[photo] = picture
        report(len(developed), len(photos))

    pool = multiprocessing.Pool(2)
    for photo in photos:
        pool.apply_async(develop, [photo], callback=partial(is_done, photo))
    pool.close()
    pool.join()
    return developed
