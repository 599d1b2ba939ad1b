"""Callbacks note what is done, and now and then their number is reported.

The check says: calls report(3, 4) first, not report(1, 4)
"""

import multiprocessing
import threading


def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    done = []
    wake = threading.Event()
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        rs = [pool.apply_async(develop, (p,), callback=done.append) for p in photos]
        said = 0
        while said < len(photos):
            wake.wait(0.1)
            if len(done) > said:
                said = len(done)
                report(said, len(photos))
        pool.close()
        pool.join()
        return {p: r.get() for p, r in zip(photos, rs, strict=False)}
