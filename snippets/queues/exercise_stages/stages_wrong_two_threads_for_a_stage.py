"""An executor for each stage: quick, and its items overtake each other.

The check says: pipeline calls a stage in
"""

from concurrent.futures import ThreadPoolExecutor


def pipeline(items, stages, size):
    results = items
    with ThreadPoolExecutor(max_workers=size + 1) as executor:
        for stage in stages:
            results = executor.map(stage, results)
        return list(results)
