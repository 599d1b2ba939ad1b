"""Seven pieces among four workers are one for each, and the other three are forgotten.

The check says: returned 3 workers, not 4
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = pieces // workers if workers else pieces
        return alone + start * workers + piece * busiest

    best = min(range(cores + 1), key=time)
    return best, time(0) / time(best)
