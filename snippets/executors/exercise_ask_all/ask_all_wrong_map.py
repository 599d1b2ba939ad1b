"""The shortest program: `map`. The first station that fails takes all later readings with it.

The check says: ask_all raised OSError
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        return dict(zip(stations, executor.map(ask, stations))), {}
