"""In the order of the answers, and a dictionary knows whose future it is."""

from concurrent.futures import as_completed


def readings(executor, stations, ask):
    station_of = {executor.submit(ask, station): station for station in stations}
    return {station_of[future]: future.result() for future in as_completed(station_of)}
