"""An argument is sent with each call, as what a partial function carries.

The check says: frame_all sent the template 8 times for 8 photos
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def frame(template, photo):
    return template[photo]


def frame_all(template, photos):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        return list(executor.map(frame, repeat(template), photos))
