"""Let two processes share the items of a list."""

import multiprocessing


def count_primes(below: int) -> int:
    return sum(all(n % d for d in range(2, n)) for n in range(2, below))


if __name__ == "__main__":
    limits = [1000, 10, 500, 100]
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes=2) as pool:
        counts = pool.map(count_primes, limits)
    print(limits)
    print(counts)
