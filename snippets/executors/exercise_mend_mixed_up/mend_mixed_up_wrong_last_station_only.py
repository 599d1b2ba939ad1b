"""Each lambda looks for the station when it is called, and then that is the last one.

The check says: and asked were valley, valley, valley, valley
"""

def readings(executor, stations, ask):
    futures = {station: executor.submit(lambda: ask(station)) for station in stations}
    return {station: future.result() for station, future in futures.items()}
