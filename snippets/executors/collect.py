"""Every future is asked, and each failure is noted beside the readings."""

from concurrent.futures import ThreadPoolExecutor, as_completed

RECEIVED = {"harbour": "7.5", "summit": "minus four", "airport": "6.0", "valley": ""}


def temperature(station):
    return float(RECEIVED[station])


# --8<-- [start:collect]
readings, failures = {}, {}
with ThreadPoolExecutor(max_workers=4) as executor:
    station_of = {executor.submit(temperature, station): station for station in RECEIVED}
    for future in as_completed(station_of):
        station = station_of[future]
        try:
            readings[station] = future.result()
        except ValueError as error:
            failures[station] = error
# --8<-- [end:collect]

for station in RECEIVED:
    print(station, "has", readings.get(station, failures.get(station)))
