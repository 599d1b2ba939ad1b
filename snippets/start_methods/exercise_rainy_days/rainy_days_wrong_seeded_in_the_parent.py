"""The main process is given the seed. The workers draw from generators of their own.

The check says: in another run
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day):
    return rain(random)


def simulate(days, seed, workers):
    random.seed(seed)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, days))
