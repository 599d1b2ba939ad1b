"""A photo is known by its size, which another one may have, too.

The check says: develop_all called ready() for ['guests', 'cake', 'groom', 'groom', 'panorama']
"""


def develop(photo):
    return len(photo)


def develop_all(pool, photos, ready):
    by = {len(p): p for p in photos}
    for size in pool.imap_unordered(develop, photos):
        ready(by[size], size)
