"""Set a unit in the main program, and let two workers make a forecast."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

unit = "C"  # as most readers want it


def forecast(city):
    celsius = {"Oslo": -5, "Rome": 20}[city]
    degrees = celsius if unit == "C" else celsius * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}"


if __name__ == "__main__":
    # --8<-- [start:edition]
    unit = "F"  # today's edition is for Boston
    print("start method:", multiprocessing.get_start_method())
    with ProcessPoolExecutor(2) as executor:
        print(*executor.map(forecast, ["Oslo", "Rome"]), sep="\n")
    # --8<-- [end:edition]

# /// run
# python = ["3.13", "3.14", ">=3.15"]
# needs = ["fork"]
# ///
