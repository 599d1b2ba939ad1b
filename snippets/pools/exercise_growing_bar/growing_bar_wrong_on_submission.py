"""It reports a photo when it is handed to the pool, not when it is done.

The check says: calls report(1, 4) while none is done
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        results = {}
        for done, photo in enumerate(photos, start=1):
            results[photo] = pool.apply_async(develop, (photo,))
            report(done, len(photos))
        return {photo: result.get() for photo, result in results.items()}
