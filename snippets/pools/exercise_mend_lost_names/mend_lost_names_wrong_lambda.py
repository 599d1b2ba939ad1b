"""A function without a name cannot be sent.

The check says: develop_all raised
"""


def develop_all(pool, photos, ready):
    for photo, size in pool.imap_unordered(lambda photo: (photo, len(photo)), photos):
        ready(photo, size)
