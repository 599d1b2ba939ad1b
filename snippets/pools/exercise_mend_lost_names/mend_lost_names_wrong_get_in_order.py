"""Each result is waited for in the order of the photos.

The check says: develop_all waits until 'panorama' is developed, and has called ready() for []
"""


def develop(photo):
    return len(photo)


def develop_all(pool, photos, ready):
    rs = [(p, pool.apply_async(develop, (p,))) for p in photos]
    for p, r in rs:
        ready(p, r.get())
