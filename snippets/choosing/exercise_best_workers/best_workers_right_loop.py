"""A loop that keeps the best so far."""

import math


def best_workers(alone, piece, pieces, start, cores):
    without = alone + pieces * piece
    best, shortest = 0, without
    for workers in range(1, cores + 1):
        each = math.ceil(pieces / workers)
        time = alone + workers * start + each * piece
        if time < shortest:
            best, shortest = workers, time
    return best, without / shortest
