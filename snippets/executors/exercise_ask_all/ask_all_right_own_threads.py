"""Threads of its own that take stations from a queue; afterwards all is put in order."""

import queue
import threading


def ask_all(stations, ask, workers):
    waiting, found, mistakes = queue.SimpleQueue(), {}, []
    for station in stations:
        waiting.put(station)

    def work():
        while True:
            try:
                station = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                found[station] = ask(station)
            except Exception as error:
                (mistakes.append(error) if not isinstance(error, OSError) else found.update({station: error}))

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if mistakes:
        raise mistakes[0]
    good = {station: found[station] for station in stations if not isinstance(found[station], OSError)}
    return good, {station: found[station] for station in stations if station not in good}
