"""Develop twenty photos in two chunks, of which the first has all panoramas."""

import multiprocessing
import time

PHOTOS = [0.04] * 10 + [0.005] * 10  # seconds of work


def develop(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(abs, [1, 2], chunksize=1)  # both are awake
        begin = time.perf_counter()
        # --8<-- [start:map]
        pool.map(develop, PHOTOS, chunksize=10)
        # --8<-- [end:map]
        print(f"chunks of ten: {time.perf_counter() - begin:.2f} seconds")

# /// run
# output = "varies"
# because = "it measures time"
# timeline = true
# shows = '''chunks_of_ten >= 0.4 and together <= 0.35 * ran'''
# ///
