"""The template is kept where no worker is.

The check says: raised IndexError
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

kept = b""


def frame(photo):
    return kept[photo]


def frame_all(template, photos):
    global kept
    kept = template
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        return list(executor.map(frame, photos))
