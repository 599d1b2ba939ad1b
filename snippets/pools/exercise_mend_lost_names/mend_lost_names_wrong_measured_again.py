"""The sizes that come from the workers are thrown away, and each photo is measured once more: whose turn is it?

The check says: 'guests' was developed, and develop_all called ready() for 'panorama'
"""

def develop(photo):
    return len(photo)


def develop_all(pool, photos, ready):
    for photo, _ in zip(photos, pool.imap_unordered(develop, photos), strict=True):
        ready(photo, len(photo))
