"""Nobody has more than sixteen cores.

The check says: returned 16 workers, not 50
"""

import math

def best_workers(alone, piece, pieces, start, cores):
    def t(w):
        return alone + (start * w + piece * math.ceil(pieces / w) if w else piece * pieces)
    w = min(range(min(cores, 16) + 1), key=t)
    return w, t(0) / t(w)
