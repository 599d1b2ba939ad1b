"""The seed is there, but it is the same for every day.

The check says: the same rain on day 0 and on day 1
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day, seed):
    return rain(random.Random(seed))


def simulate(days, seed, workers):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, days, repeat(seed)))
