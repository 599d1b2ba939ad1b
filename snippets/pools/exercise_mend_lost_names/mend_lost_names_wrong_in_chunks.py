"""A photo that is developed waits for the other one of its chunk.

The check says: with chunksize=2, a photo that is developed waits for others of its chunk
"""


def develop(photo):
    return len(photo)


def _named(photo):
    return photo, develop(photo)


def develop_all(pool, photos, ready):
    for pair in pool.imap_unordered(_named, photos, chunksize=2):
        ready(*pair)
