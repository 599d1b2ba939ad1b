"""Of several that are equally fast it returns the largest.

The check says: returned 100 workers, not 3
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + start * workers + piece * busiest

    best = min(range(cores, -1, -1), key=time)
    return best, time(0) / time(best)
