"""Workers that wait a moment for another station before they go home."""

import queue
import threading


def ask_all(stations, ask, workers):
    waiting = queue.Queue()
    for station in stations:
        waiting.put(station)
    answers = {}

    def work():
        while True:
            try:
                station = waiting.get(timeout=0.5)
            except queue.Empty:
                break
            try:
                answers[station] = (ask(station), None)
            except BaseException as error:
                answers[station] = (None, error)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    readings, errors = {}, {}
    for station in stations:
        reading, error = answers[station]
        if error is None:
            readings[station] = reading
        elif isinstance(error, OSError):
            errors[station] = error
        else:
            raise error
    return readings, errors
