"""A thousand numbers for each seed, since no day is beyond 365; futures keep the order."""

import random
from concurrent.futures import ProcessPoolExecutor


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(number):
    return rain(random.Random(number))


def simulate(days, seed, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(rain_of, seed * 1000 + day) for day in days]
    return [future.result() for future in futures]
