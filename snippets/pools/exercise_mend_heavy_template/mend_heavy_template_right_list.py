"""A list at the top level, of which each process has its own, is appended to and not assigned to."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

kept = []


def keep(template):
    kept.append(template)


def frame(photo):
    return kept[-1][photo]


def frame_all(template, photos):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, context, keep, (template,)) as executor:
        futures = [executor.submit(frame, photo) for photo in photos]
        return [future.result() for future in futures]
