"""Days are taken off: of seed 0, the numbers are below 0, and dice take them as if they were above.

The check says: simulate() gives day 365 of seed 1 and day 1 of seed 0 the same rain
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(seed, day):
    return rain(random.Random(seed * 366 - day))


def simulate(days, seed, workers):
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
        return list(executor.map(partial(rain_of, seed), days))
