"""The order is kept, and all wait for the panorama, which is begun first.

The check says: develop_all called pool.imap
"""


def develop(photo):
    return len(photo)


def develop_all(pool, photos, ready):
    for photo, size in zip(photos, pool.imap(develop, photos)):
        ready(photo, size)
