"""Each photo is handed in with what to do with its size, and nobody waits for that.

The check says: develop_all has come back, and has called ready() for
"""

from functools import partial


def develop(photo):
    return len(photo)


def develop_all(pool, photos, ready):
    for photo in photos:
        pool.apply_async(develop, (photo,), callback=partial(ready, photo))
