"""A thread for each stage, and each is joined before the next begins.

The check says: pipeline does not let the second stage begin
"""

import threading


def pipeline(items, stages, size):
    results = items
    for stage in stages:
        done = []
        thread = threading.Thread(target=lambda stage=stage: done.extend(map(stage, results)))
        thread.start()
        thread.join()
        results = done
    return results
