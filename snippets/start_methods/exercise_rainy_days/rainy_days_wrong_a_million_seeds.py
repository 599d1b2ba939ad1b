"""Room for a million seeds beside each day; there are more seeds.

The check says: simulate() gives day 1 of seed 1 and day 0 of seed 1000001 the same rain
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(seed, day):
    return rain(random.Random(day * 1000000 + seed))


def simulate(days, seed, workers):
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
        return list(executor.map(partial(rain_of, seed), days))
