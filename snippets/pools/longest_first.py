"""Develop ten photos and a panorama, with the panorama last and first."""

import multiprocessing
import time

PHOTOS = [0.03] * 10 + [0.15]  # seconds of work


def develop(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(abs, [1, 2], chunksize=1)  # both are awake
        # --8<-- [start:orders]
        for name, photos in (
            ("longest last", PHOTOS),
            ("longest first", sorted(PHOTOS, reverse=True)),
        ):
            begin = time.perf_counter()
            pool.map(develop, photos, chunksize=1)
            print(f"{name}: {time.perf_counter() - begin:.2f} seconds")
        # --8<-- [end:orders]

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''longest_first <= 0.9 * longest_last'''
# ///
