"""The part that nobody can share is missing: the gain is too good to be true.

The check says: returned 6 workers, 2.727 times as fast, not 2.407
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return start * workers + piece * busiest

    best = min(range(cores + 1), key=time)
    return best, time(0) / time(best)
