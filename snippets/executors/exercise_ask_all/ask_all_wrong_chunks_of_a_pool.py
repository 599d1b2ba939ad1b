"""A pool hands out the stations in chunks: some wait for a slow one, though another worker has nothing to do.

The check says: some had nothing to do, though there were stations that nobody had asked yet
"""

from multiprocessing.pool import ThreadPool


def ask_all(stations, ask, workers):
    def answer(station):
        try:
            return ask(station), None
        except OSError as error:
            return None, error

    pool = ThreadPool(workers)
    try:
        answers = pool.map(answer, stations)
    finally:
        pool.close()
        pool.join()
    readings = {station: told for station, (told, error) in zip(stations, answers, strict=True) if error is None}
    errors = {station: error for station, (_, error) in zip(stations, answers, strict=True) if error is not None}
    return readings, errors
