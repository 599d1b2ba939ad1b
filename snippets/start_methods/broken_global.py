"""Load the stations below the main guard, and let the workers use them."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def coldest(country):
    return min(stations[country])


if __name__ == "__main__":
    stations = {"Norway": [-5, -12, 1], "Italy": [20, 14, 17]}
    with ProcessPoolExecutor(2) as executor:
        try:
            print(list(executor.map(coldest, ["Norway", "Italy"])))
        except NameError as error:
            print(f"{multiprocessing.get_start_method()}: NameError: {error}")

# /// run
# python = ["3.13", "3.14", ">=3.15"]
# needs = ["fork"]
# ///
