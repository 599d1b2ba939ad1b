"""In chunks of two, the second photo of a chunk waits for the first.

The check says: reports 0 of 4 photos as long as 'long' and 'c' are at work, though 'b' is done
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def named(photo):
    return photo, develop(photo)


def develop_all(photos, report):
    developed = {}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for done, (photo, picture) in enumerate(pool.imap_unordered(named, photos, chunksize=2), start=1):
            developed[photo] = picture
            report(done, len(photos))
    return developed
