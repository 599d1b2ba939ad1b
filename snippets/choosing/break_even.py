"""Give two workers pieces of four sizes, and compare with a plain loop."""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        list(executor.map(work, [0.01] * 4))  # both are awake
        # --8<-- [start:sizes]
        for name, size, pieces in (
            ("ten microseconds", 0.00001, 300),
            ("a hundred", 0.0001, 300),
            ("a millisecond", 0.001, 100),
            ("ten milliseconds", 0.01, 20),
        ):
            begin = time.perf_counter()
            list(map(work, [size] * pieces))
            middle = time.perf_counter()
            list(executor.map(work, [size] * pieces))
            ratio = (middle - begin) / (time.perf_counter() - middle)
            print(f"{name}: {ratio:.2f} times as fast")
        # --8<-- [end:sizes]

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''ten_microseconds <= 0.5 and ten_milliseconds >= 1.3'''
# ///
