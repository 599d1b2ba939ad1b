"""It waits for five seconds, and what is not done then is forgotten.

The check says: and store_all returned as if all were well
"""

from concurrent.futures import wait

def store_all(executor, stations, store):
    futures = [executor.submit(store, s) for s in stations]
    wait(futures, timeout=5)
    for f in futures:
        if f.done():
            f.result()
