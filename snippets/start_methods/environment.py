"""Set an environment variable before and after the fork server has started."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def edition():
    return os.environ.get("EDITION")


def choose(city):
    os.environ["EDITION"] = city


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    # --8<-- [start:ask]
    for city in ("Boston", "Cairo"):
        choose(city)
        with ProcessPoolExecutor(1, mp_context=context) as executor:
            found = executor.submit(edition).result()
        print(f"set to {city}, the worker finds {found}")
    # --8<-- [end:ask]
    with ProcessPoolExecutor(
        1,
        mp_context=context,
        initializer=choose,
        initargs=("Cairo",),
    ) as executor:
        found = executor.submit(edition).result()
    print(f"set to Cairo by the initializer, the worker finds {found}")

# /// run
# needs = ["fork"]
# ///
