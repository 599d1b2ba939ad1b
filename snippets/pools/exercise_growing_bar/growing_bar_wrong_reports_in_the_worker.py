"""The worker reports what it has done. It cannot know what the other has.

The check says: in a worker, not in the main process
"""

import multiprocessing


def develop(photo):
    return f"{photo}.jpg"


def develop_and_report(photo, report, total, done):
    picture = develop(photo)
    with done.get_lock():
        done.value += 1
        report(done.value, total)
    return picture


def begin(shared):
    global done
    done = shared


def work(given):
    photo, report, total = given
    return photo, develop_and_report(photo, report, total, done)


def develop_all(photos, report):
    context = multiprocessing.get_context("fork")
    with context.Pool(2, begin, (context.Value("i", 0),)) as pool:
        return dict(pool.map(work, [(photo, report, len(photos)) for photo in photos], chunksize=1))
