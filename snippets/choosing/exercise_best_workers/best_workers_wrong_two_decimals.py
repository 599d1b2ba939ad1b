"""It compares how many times as fast they are, and rounds that before: what gains little is no gain.

The check says: (alone=100000, piece=100, pieces=3, start=1, cores=8) returned 0 workers, not 3
"""

import math

def best_workers(alone, piece, pieces, start, cores):
    def t(w):
        return alone + (start * w + piece * math.ceil(pieces / w) if w else piece * pieces)
    w = max(range(cores + 1), key=lambda w: round(t(0) / t(w), 2))
    return w, t(0) / t(w)
