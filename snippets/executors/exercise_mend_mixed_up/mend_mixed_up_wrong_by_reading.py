"""A dictionary the wrong way round: two stations of one reading are one.

The check says: and readings has ['airport', 'harbour', 'valley']
"""

from concurrent.futures import as_completed

def readings(executor, stations, ask):
    fs = {executor.submit(ask, s): s for s in stations}
    by = {f.result(): fs[f] for f in as_completed(fs)}
    return {s: r for r, s in by.items()}
