"""It never tries the plain loop.

The check says: returned 1 worker, not 0
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + start * workers + piece * busiest

    best = min(range(1, cores + 1), key=time)
    return best, time(0) / time(best)
