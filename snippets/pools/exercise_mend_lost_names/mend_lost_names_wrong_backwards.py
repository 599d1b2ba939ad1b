"""The panorama takes longest, so the others were done before it, somebody thought: the last one first.

The check says: 'groom' is 5 large, and develop_all called ready('groom', 6)
"""


def develop(photo):
    return len(photo)


def develop_all(pool, photos, ready):
    for photo, size in zip(reversed(photos), pool.imap_unordered(develop, photos)):
        ready(photo, size)
