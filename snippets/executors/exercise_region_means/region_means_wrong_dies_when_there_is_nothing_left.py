"""Each thread takes from the list until that is empty, and dies of the IndexError.

The check says: Thread 1 raised IndexError('pop from empty list')
"""

import threading


def means(regions, ask, workers):
    todo = [(region, station) for region, stations in regions.items() for station in stations]
    told, errors = {region: [] for region in regions}, []

    def work():
        while not errors:
            region, station = todo.pop(0)
            try:
                told[region].append(ask(station))
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return {region: sum(those) / len(those) for region, those in told.items()}
