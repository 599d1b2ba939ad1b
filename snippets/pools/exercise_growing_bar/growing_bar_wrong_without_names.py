"""Results come in any order, and are given to the photos in theirs.

The check says: returned 'a.jpg' for 'long', not 'long.jpg'
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    developed = {}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for done, picture in enumerate(pool.imap_unordered(develop, photos)):
            developed[photos[done]] = picture
            report(done + 1, len(photos))
    return developed
