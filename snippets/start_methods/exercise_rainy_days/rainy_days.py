"""Simulate rain that can be repeated.

`simulate(days, seed, workers)` returns a list, the `rain` of each day, in the order of the days. It is made by that
many processes at once, of which none is the main process, and which have ended when it returns. Whoever calls it again
with the same days and the same seed gets the same: in another run of the program, with another number of workers, with
days more or less. Days are numbers from 0 to 365, and seeds are whole numbers from 0 on. No two days have the same
rain, whatever their seeds: neither day 2 of seed 1 and day 1 of seed 2, nor day 23 of seed 1 and day 3 of seed 12.
Leave `rain` as it is.
"""

import multiprocessing
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor


def rain(dice: random.Random) -> list[int]:
    """The millimetres of a day at six stations."""
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day: int) -> list[int]:
    """The rain of a day."""
    print("simulating day", day)
    return rain(random.Random())


def simulate(days: Sequence[int], seed: int, workers: int) -> list[list[int]]:
    """The rain of each day."""
    # TODO: these numbers are new in each run, whatever the seed.
    print("with seed", seed)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, days))


if __name__ == "__main__":
    for day, millimetres in enumerate(simulate(range(3), 2026, 2)):
        print(f"day {day}: {millimetres}")
