"""A ThreadPool in a `with` block is ended, and nobody waits for its workers.

The check says: They are workers of a ThreadPool, for which `with` does not wait; after close(), join() does.
"""

from multiprocessing.pool import ThreadPool


def ask_all(stations, ask, workers):
    def answer(station):
        try:
            return ask(station), None
        except OSError as error:
            return None, error

    with ThreadPool(workers) as pool:
        answers = pool.map(answer, stations, chunksize=1)
    readings = {station: told for station, (told, error) in zip(stations, answers, strict=True) if error is None}
    errors = {station: error for station, (_, error) in zip(stations, answers, strict=True) if error is not None}
    return readings, errors
