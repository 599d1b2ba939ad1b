"""Pieces are divided as if they were water: seven among three are two and a third for each.

The check says: returned 5 workers, not 6
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = pieces / workers if workers else pieces
        return alone + start * workers + piece * busiest

    best = min(range(cores + 1), key=time)
    return best, time(0) / time(best)
