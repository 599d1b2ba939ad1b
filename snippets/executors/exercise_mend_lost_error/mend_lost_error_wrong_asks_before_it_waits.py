"""It asks those that are done already, and waits afterwards.

The check says: and store_all returned as if all were well
"""

from concurrent.futures import wait

def store_all(executor, stations, store):
    futures = [executor.submit(store, s) for s in stations]
    for f in futures:
        if f.done(): f.result()
    wait(futures)
