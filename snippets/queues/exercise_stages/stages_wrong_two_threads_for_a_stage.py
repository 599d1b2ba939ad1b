"""An executor for each stage: quick, and its items overtake each other.

The check says: stage 1 was called for two items at the same time
"""

from concurrent.futures import ThreadPoolExecutor


def pipeline(items, stages, size):
    results = items
    with ThreadPoolExecutor(max_workers=size + 1) as executor:
        for stage in stages:
            results = executor.map(stage, results)
        return list(results)
