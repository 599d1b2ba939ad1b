"""Each thread takes from the list until that is empty, and dies of the IndexError.

The check says: Thread 1 raised IndexError('pop from empty list')
"""

import threading


def ask_all(stations, ask, workers):
    todo, readings, errors, mistakes = stations[:], {}, {}, []

    def work():
        while not mistakes:
            station = todo.pop(0)
            try:
                readings[station] = ask(station)
            except OSError as error:
                errors[station] = error
            except Exception as mistake:
                mistakes.append(mistake)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if mistakes:
        raise mistakes[0]
    in_order = [{station: one[station] for station in stations if station in one} for one in (readings, errors)]
    return tuple(in_order)
