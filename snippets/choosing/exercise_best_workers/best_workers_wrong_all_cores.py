"""A worker for each core, whatever it costs to start them.

The check says: best_workers(alone=100, piece=50, pieces=24, start=40, cores=8) returned 8 workers, not 6
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + start * workers + piece * busiest

    best = cores
    return best, time(0) / time(best)
