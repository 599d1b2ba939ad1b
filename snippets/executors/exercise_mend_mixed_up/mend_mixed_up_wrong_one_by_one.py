"""Nothing is mixed up if each station is waited for before the next one is asked.

The check says: readings waited for a call when it had handed in 1 of 4
"""


def readings(executor, stations, ask):
    return {station: executor.submit(ask, station).result() for station in stations}
