"""Give each piece of work a generator, seeded by what makes this piece different."""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor

SEED = 2026


def simulate(day: int) -> int:
    dice = random.Random(f"{SEED} {day}")
    return dice.randrange(100)


if __name__ == "__main__":
    for workers in (1, 2, 3):
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, mp_context=spawn) as executor:
            print(f"{workers} workers:", *executor.map(simulate, range(7)))
    print("no worker:", *map(simulate, range(7)))
