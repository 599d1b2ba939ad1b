"""Give each piece of work a generator, with a seed of its own."""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor

SEED = 2026


def simulate(day):
    dice = random.Random(f"{SEED} {day}")
    return dice.randrange(100)


if __name__ == "__main__":
    for workers in (1, 2, 3):
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, mp_context=spawn) as executor:
            print(f"{workers} at work:", *executor.map(simulate, range(7)))
    print("a plain loop:", *map(simulate, range(7)))
