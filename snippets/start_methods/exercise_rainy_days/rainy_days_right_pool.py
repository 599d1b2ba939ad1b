"""A pool gets pairs; a digest of a text is a number that is the same everywhere."""

import hashlib
import multiprocessing
import random


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(seed, day):
    digest = hashlib.sha256(f"{seed}/{day}".encode()).digest()
    return rain(random.Random(int.from_bytes(digest, "big")))


def simulate(days, seed, workers):
    with multiprocessing.Pool(workers) as pool:
        return pool.starmap(rain_of, [(seed, day) for day in days], chunksize=1)
