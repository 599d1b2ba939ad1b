"""Two photos, then the next two: the second pair waits for the first.

The check says: begins no other photo as long as 'long' is at work
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def named(photo):
    return photo, develop(photo)


def develop_all(photos, report):
    developed, done = {}, 0
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for at in range(0, len(photos), 2):
            for photo, picture in pool.imap_unordered(named, photos[at : at + 2]):
                developed[photo] = picture
                done += 1
                report(done, len(photos))
    return developed
