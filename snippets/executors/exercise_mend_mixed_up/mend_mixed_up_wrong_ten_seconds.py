"""It waits for ten seconds, and leaves out who has not answered then.

The check says: and readings has []
"""

from concurrent.futures import wait

def readings(executor, stations, ask):
    fs = {s: executor.submit(ask, s) for s in stations}
    wait(fs.values(), timeout=10)
    return {s: f.result() for s, f in fs.items() if f.done()}
