"""All days come from one generator, in one process. It can be repeated, and nothing is parallel.

The check says: calls rain() in the main process
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def simulate(days, seed, workers):
    return [rain(random.Random(f"{seed} {day}")) for day in days]
