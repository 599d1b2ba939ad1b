"""Send ten thousand small pieces of work to two processes, in chunks."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

SALES = range(10_000)
SIZES = {"one": 1, "ten": 10, "a hundred": 100, "a thousand": 1000}


def with_tax(sale):
    return sale * 1.07


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        list(executor.map(with_tax, SALES, chunksize=1000))  # all are awake
        for name, size in SIZES.items():
            begin = time.perf_counter()
            # --8<-- [start:map]
            list(executor.map(with_tax, SALES, chunksize=size))
            # --8<-- [end:map]
            took = 1000 * (time.perf_counter() - begin)
            print(f"chunks of {name}: {took:.0f} milliseconds")
    begin = time.perf_counter()
    list(map(with_tax, SALES))
    took = 1000 * (time.perf_counter() - begin)
    print(f"no process at all: {took:.1f} milliseconds")

# /// run
# timeout = 60
# output = "varies"
# because = "it measures time"
# shows = '''chunks_of_one >= 5 * chunks_of_a_thousand and no_process_at_all < chunks_of_a_thousand'''
# ///
