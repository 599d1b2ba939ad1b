"""Tell every worker its unit and stations, under each start method."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

unit = "C"
stations = {}


def begin(chosen_unit, loaded):
    global unit, stations
    unit, stations = chosen_unit, loaded


def coldest(country):
    celsius = min(stations[country])
    degrees = celsius if unit == "C" else celsius * 9 // 5 + 32
    return f"{country} {degrees} °{unit}"


if __name__ == "__main__":
    loaded = {"Norway": [-5, -15, 1], "Italy": [20, 15, 17]}
    for method in ("fork", "spawn", "forkserver"):
        # --8<-- [start:executor]
        with ProcessPoolExecutor(
            2,
            mp_context=multiprocessing.get_context(method),
            initializer=begin,
            initargs=("F", loaded),
        ) as executor:
            print(f"{method}:", *executor.map(coldest, ["Norway", "Italy"]))
        # --8<-- [end:executor]

# /// run
# needs = ["fork"]
# ///
