"""It looks again and again which photos are done, and reports each of them on its own, however many there are."""

import multiprocessing
import time


def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    pool = multiprocessing.Pool(2)
    coming = {photo: pool.apply_async(develop, [photo]) for photo in photos}
    developed = {}
    while coming:
        for photo in [photo for photo, one in coming.items() if one.ready()]:
            developed[photo] = coming.pop(photo).get()
            report(len(developed), len(photos))
        time.sleep(0.01)
    pool.close()
    pool.join()
    return developed
