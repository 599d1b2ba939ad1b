"""Each call has a callback, which writes down the reading of its station, and rings."""

import threading


def readings(executor, stations, ask):
    told, bell = {}, threading.Semaphore(0)

    def note(station, future):
        told[station] = future.result()
        bell.release()

    for station in stations:
        executor.submit(ask, station).add_done_callback(lambda future, station=station: note(station, future))
    for _ in stations:
        bell.acquire()
    return told
