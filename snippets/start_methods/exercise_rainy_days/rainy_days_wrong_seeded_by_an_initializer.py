"""Each worker begins with the seed. So the numbers depend on who does which day.

The check says: and with 2 workers
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def begin(seed):
    random.seed(seed)


def rain_of(day):
    return rain(random)


def simulate(days, seed, workers):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=begin, initargs=(seed,)) as executor:
        return list(executor.map(rain_of, days))
