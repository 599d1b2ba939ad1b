"""Results come one by one, but in the order of the photos.

The check says: reports 0 of 4 photos as long as 'long' and 'b' are at work, though 'a' is done
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def named(photo):
    return photo, develop(photo)


def develop_all(photos, report):
    developed = {}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for done, (photo, picture) in enumerate(pool.imap(named, photos), start=1):
            developed[photo] = picture
            report(done, len(photos))
    return developed
