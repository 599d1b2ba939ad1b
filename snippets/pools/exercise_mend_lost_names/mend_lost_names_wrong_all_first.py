"""Each result has its name, and nobody hears of any before all are done.

The check says: 1 photo was developed, and develop_all had called ready() 0 times
"""


def develop(photo):
    return photo, len(photo)


def develop_all(pool, photos, ready):
    for photo, size in sorted(pool.imap_unordered(develop, photos)):
        ready(photo, size)
