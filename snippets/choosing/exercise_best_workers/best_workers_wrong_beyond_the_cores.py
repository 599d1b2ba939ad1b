"""It takes as many workers as there are pieces.

The check says: returned 7 workers, not 4
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + start * workers + piece * busiest

    best = min(range(pieces + 1), key=time)
    return best, time(0) / time(best)
