"""The days come in the order in which they are done.

The check says: ], and with
"""

import multiprocessing
import random


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(seed_and_day):
    return rain(random.Random("seed {} day {}".format(*seed_and_day)))


def simulate(days, seed, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return list(pool.imap_unordered(rain_of, [(seed, day) for day in days]))
