"""The dictionary is the module's: a later call returns what an earlier one was told, too.

The check says: a later call asked valley only, and readings has ['airport', 'harbour', 'summit', 'valley']
"""

from concurrent.futures import as_completed

told = {}


def readings(executor, stations, ask):
    futures = {executor.submit(ask, station): station for station in stations}
    for future in as_completed(futures):
        told[futures[future]] = future.result()
    return told
