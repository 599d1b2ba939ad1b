"""The generator of a seed draws one day after the other: who wants day 365 draws all that come before it."""

import multiprocessing
import random
from functools import partial


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(seed, day):
    dice = random.Random(f"the rain of {seed}")
    for _ in range(day):
        rain(dice)
    return rain(dice)


def simulate(days, seed, workers):
    with multiprocessing.Pool(workers) as pool:
        return pool.map(partial(rain_of, seed), days, chunksize=1)
