"""The day stands behind the decimal point, where a large seed leaves no room for it.

The check says: the same rain
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(seed, day):
    return rain(random.Random(seed + day / 1000))


def simulate(days, seed, workers):
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
        return list(executor.map(partial(rain_of, seed), days))
