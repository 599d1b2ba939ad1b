"""How much of the time is left is not how many times as fast it is.

The check says: returned 4 workers, 0.250 times as fast, not 4.000
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + start * workers + piece * busiest

    best = min(range(cores + 1), key=time)
    return best, time(best) / time(0)
