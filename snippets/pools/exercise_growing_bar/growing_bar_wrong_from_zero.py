"""The first report says that nothing is done.

The check says: calls report(0, 4) first, not report(1, 4)
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def named(photo):
    return photo, develop(photo)


def develop_all(photos, report):
    developed = {}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for done, (photo, picture) in enumerate(pool.imap_unordered(named, photos), start=0):
            developed[photo] = picture
            report(done, len(photos))
    return developed
