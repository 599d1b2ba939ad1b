"""A method takes its object along, and that has the template.

The check says: frame_all sent the template 8 times for 8 photos
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


class Framer:
    def __init__(self, template):
        self.template = template

    def frame(self, photo):
        return self.template[photo]


def frame_all(template, photos):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        return list(executor.map(Framer(template).frame, photos))
