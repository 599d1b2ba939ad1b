"""Count photos as they come from a pool, by imap and by imap_unordered."""

import multiprocessing
import time

PHOTOS = {"panorama": 0.4, "bride": 0.1, "groom": 0.1, "cake": 0.1}


def develop(name):
    time.sleep(PHOTOS[name])  # in place of work
    return name


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(abs, [1, 2], chunksize=1)  # both are awake
        # --8<-- [start:count]
        for way in (pool.imap, pool.imap_unordered):
            print(way.__name__)
            begin = time.perf_counter()
            for done, name in enumerate(way(develop, PHOTOS), start=1):
                passed = time.perf_counter() - begin
                print(f"  after {passed:.1f} s: {done} of {len(PHOTOS)}, {name}")
        # --8<-- [end:count]

# /// run
# output = "varies"
# because = "it measures time, to a tenth of a second"
# rare = true
# ///
