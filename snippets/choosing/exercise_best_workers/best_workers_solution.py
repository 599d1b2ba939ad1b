"""Every number of workers is tried; the busiest of them sets the time."""


def best_workers(alone: float, piece: float, pieces: int, start: float, cores: int) -> tuple[int, float]:
    """The best number of workers, and how many times as fast the job is with them."""

    def time(workers: int) -> float:
        busiest = -(-pieces // workers) if workers else pieces  # rounded up
        return alone + start * workers + piece * busiest

    best = min(range(cores + 1), key=time)  # of several, the first
    return best, time(0) / time(best)


if __name__ == "__main__":
    workers, gain = best_workers(alone=100, piece=50, pieces=24, start=40, cores=8)
    print(f"{workers} workers: {gain:.1f} times as fast")
