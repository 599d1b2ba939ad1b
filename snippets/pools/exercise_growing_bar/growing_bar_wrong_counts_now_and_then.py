"""Now and then it counts what is done, and reports that number: photos that are done between two looks get no report.

The check says: calls report(3, 4) first, not report(1, 4)
"""

import multiprocessing
import time


def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    pool = multiprocessing.Pool(2)
    coming = {photo: pool.apply_async(develop, [photo]) for photo in photos}
    reported = 0
    while reported < len(photos):
        done = sum(one.ready() for one in coming.values())
        if done > reported:
            reported = done
            report(done, len(photos))
        time.sleep(0.01)
    pool.close()
    pool.join()
    return {photo: one.get() for photo, one in coming.items()}
