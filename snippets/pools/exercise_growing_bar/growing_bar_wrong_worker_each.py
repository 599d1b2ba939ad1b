"""A worker for each photo, since nobody says how many.

The check says: develops 3 photos at once
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def named(photo):
    return photo, develop(photo)


def develop_all(photos, report):
    developed = {}
    with multiprocessing.get_context("spawn").Pool(len(photos) or 1) as pool:
        for done, (photo, picture) in enumerate(pool.imap_unordered(named, photos), start=1):
            developed[photo] = picture
            report(done, len(photos))
    return developed
