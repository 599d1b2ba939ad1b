"""The pieces are dealt out one by one, like cards, and the times are sorted."""


def busiest(pieces, workers):
    hands = [0] * workers
    for piece in range(pieces):
        hands[piece % workers] += 1
    return max(hands)


def best_workers(alone, piece, pieces, start, cores):
    times = [(alone + pieces * piece, 0)]
    for workers in range(1, min(cores, pieces) + 1):
        time = alone + workers * start + busiest(pieces, workers) * piece
        times += [(time, workers)]
    shortest, best = sorted(times)[0]
    return best, times[0][0] / shortest
