"""The fifth of six readings fails, once in a chunk of its own and once in a chunk of three."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

RECEIVED = ["7.5", "6.0", "5.5", "5.0", "minus four", "4.5"]


def readings(executor, chunksize):
    good = []
    try:
        for reading in executor.map(float, RECEIVED, chunksize=chunksize):
            good.append(reading)
    except ValueError as error:
        print(error)
    return good


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        for chunksize in (1, 3):
            print("chunks of", chunksize, "give", readings(executor, chunksize))
