"""The initializer gives a name of its own the template, and forgets it.

The check says: raised IndexError
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

kept = b""


def keep(template):
    kept = template


def frame(photo):
    return kept[photo]


def frame_all(template, photos):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context, initializer=keep, initargs=(template,)) as executor:
        return list(executor.map(frame, photos))
