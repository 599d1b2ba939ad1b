"""Send a large template with every photo, or once to every worker."""

import multiprocessing
import time
from functools import partial

TEMPLATE = bytes(8_000_000)
PHOTOS = range(20)
kept = b""


def keep(template):
    global kept
    kept = template


def frame(photo, template):
    return template[photo]


def frame_with_kept(photo):
    return frame(photo, kept)


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2, keep, (TEMPLATE,)) as pool:
        pool.map(abs, [1, 2], chunksize=1)  # both are awake
        # --8<-- [start:ways]
        for name, work in (
            ("with every photo", partial(frame, template=TEMPLATE)),
            ("once a worker", frame_with_kept),
        ):
            begin = time.perf_counter()
            pool.map(work, PHOTOS, chunksize=1)
            took = 1000 * (time.perf_counter() - begin)
            print(f"{name}: {took:.0f} milliseconds")
        # --8<-- [end:ways]

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''with_every_photo >= 5 * once_a_worker'''
# ///
