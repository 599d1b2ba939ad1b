"""The pool is asked for one photo after the other.

The check says: develop_all called pool.apply()
"""


def develop(photo):
    return len(photo)


def _same(p):
    return p


def develop_all(pool, photos, ready):
    for p in pool.imap_unordered(_same, photos):
        ready(p, pool.apply(develop, (p,)))
