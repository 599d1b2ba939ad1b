"""One of four stations fails, and map has no result for those after it."""

import threading
from concurrent.futures import ThreadPoolExecutor

STATIONS = ["harbour", "summit", "airport", "valley"]
READINGS = {"harbour": 7.5, "airport": 6.0, "valley": 5.5}  # no word from the summit
answered = []
all_are_asked = threading.Barrier(4)


def temperature(station):
    all_are_asked.wait()
    reading = READINGS[station]
    answered.append(station)
    return reading


# --8<-- [start:map]
with ThreadPoolExecutor(max_workers=4) as executor:
    try:
        for reading in executor.map(temperature, STATIONS):
            print("reading:", reading)
    except KeyError as error:
        print("no reading from", error)
print("answered:", sorted(answered))
# --8<-- [end:map]
