"""Each lambda looks for the station when it is called, and then that is the last one.

The check says: and store was called with airport, airport, airport
"""

def store_all(executor, stations, store):
    futures = [executor.submit(lambda: store(station)) for station in stations]
    for future in futures:
        future.result()
