"""The shortest program: `map`. The first station that fails takes all later readings with it.

The check says: with 1 worker raised OSError('silent')
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        return dict(zip(stations, executor.map(ask, stations))), {}
