"""It adds workers as long as that helps. But four may be better than two where three are not.

The check says: returned 2 workers, not 4
"""


def best_workers(alone, piece, pieces, start, cores):
    def time(workers):
        busiest = -(-pieces // workers) if workers else pieces
        return alone + start * workers + piece * busiest

    best = min(cores, 1)
    while best < cores and time(best + 1) < time(best):
        best += 1
    if time(best) >= time(0):
        best = 0
    return best, time(0) / time(best)
