"""It counts up from the pieces, to see whether there are as many cores; and where there are fewer it counts on and on.

The check says: best_workers() does not come to its end
"""

import itertools


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + start * workers + piece * busiest

    most = pieces if cores in itertools.count(pieces) else cores
    best = min(range(most + 1), key=time)
    return best, time(0) / time(best)
