"""Seed and day get into each other's way: a shift by four bits makes room for no more than sixteen seeds.

The check says: simulate() gives day 183 of seed 1 and day 0 of seed 2929 the same rain
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(number):
    return rain(random.Random(number))


def simulate(days, seed, workers):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, [seed ^ day << 4 for day in days]))
