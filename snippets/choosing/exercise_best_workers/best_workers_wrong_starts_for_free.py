"""Workers cost nothing.

The check says: returned 8 workers, not 6
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + piece * busiest

    best = min(range(cores + 1), key=time)
    return best, time(0) / time(best)
