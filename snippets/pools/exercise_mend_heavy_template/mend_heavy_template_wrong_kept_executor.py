"""The executor is kept for the next call, and with it the template of this one.

The check says: a later call, frame_all(another_template, [5]), returned [105], not [205]
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

executor = None


def keep(t):
    global template
    template = t


def frame(photo):
    return template[photo]


def frame_all(template, photos):
    global executor
    if executor is None:
        context = multiprocessing.get_context("spawn")
        executor = ProcessPoolExecutor(2, mp_context=context, initializer=keep, initargs=(template,))
    return list(executor.map(frame, photos))
