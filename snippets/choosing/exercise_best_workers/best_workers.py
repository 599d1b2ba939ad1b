"""Find out how many workers are best.

A job has a part that nobody can share, `alone`, and then `pieces` equal pieces that take `piece` each. To start a
worker takes `start`, and workers are started one after the other, before the first piece is begun. A piece cannot be
divided. The job is over when the busiest worker is done. There are `cores` cores, and no core gets a second worker.
Without any worker, the main program does all pieces itself, and nothing has to be started. All times are in
milliseconds.

`best_workers(alone, piece, pieces, start, cores)` returns a tuple of two: the number of workers with which the job is
over first, 0 for none, and how many times as fast that is as without workers. Of several that are equally fast it
returns the smallest number.
"""


def best_workers(alone: float, piece: float, pieces: int, start: float, cores: int) -> tuple[int, float]:
    """The best number of workers, and how many times as fast the job is with them."""
    # TODO: a worker for each core is not always best, and a piece cannot be divided.
    without = alone + piece * pieces
    return cores, without / (alone + start * cores + piece * pieces / cores)


if __name__ == "__main__":
    workers, gain = best_workers(alone=100, piece=50, pieces=24, start=40, cores=8)
    print(f"{workers} workers: {gain:.1f} times as fast")
