"""Start children of a program whose imports take a quarter of a second."""

import time
from multiprocessing import get_context

time.sleep(0.25)  # in place of a large library that is imported here


def forecast():
    pass


def main():
    for name, new_process in (
        ("spawn", get_context("spawn").Process),
        ("forkserver, first", get_context("forkserver").Process),
        ("forkserver, next", get_context("forkserver").Process),
        ("fork", get_context("fork").Process),
    ):
        child = new_process(target=forecast)
        begin = time.perf_counter()
        child.start()
        child.join()
        took = 1000 * (time.perf_counter() - begin)
        print(f"{name}: {took:.0f} milliseconds")


if __name__ == "__main__":
    main()

# /// run
# output = "varies"
# because = "it measures time"
# needs = ["fork"]
# shows = '''fork <= 0.3 * spawn and spawn >= 250'''
# ///
