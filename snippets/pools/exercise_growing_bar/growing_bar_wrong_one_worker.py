"""One worker develops one photo after the other, and a photo that takes long holds up all.

The check says: begins no other photo as long as 'long' is at work
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def named(photo):
    return photo, develop(photo)


def develop_all(photos, report):
    developed = {}
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        for done, (photo, picture) in enumerate(pool.imap_unordered(named, photos), start=1):
            developed[photo] = picture
            report(done, len(photos))
    return developed
