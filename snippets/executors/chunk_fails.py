"""The fifth of six readings fails, in chunks of one and in chunks of three."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

RECEIVED = ["7.5", "6.0", "5.5", "5.0", "minus four", "4.5"]


def show(executor, chunksize):
    print(f"chunks of {chunksize}: ", end="")
    try:
        for reading in executor.map(float, RECEIVED, chunksize=chunksize):
            print(reading, end=", ")
    except ValueError as error:
        print("then", error)


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        show(executor, chunksize=1)
        show(executor, chunksize=3)
