"""Find primes with several processes.

`primes_below` is to return the same list as it does now, made of what `is_prime` returned. But `is_prime` is called in
worker processes only, which share the numbers: for none, it is called twice. As many as `workers` says work at the same
time (if there is so much to do), and it has waited for the end of each when it returns. The order in which they are
ready does not matter. Leave `is_prime` as it is: the check watches it.
"""

import math


def is_prime(number: int) -> bool:
    """Say whether `number` is a prime: divided by nothing but 1 and itself."""
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n: int, workers: int) -> list[int]:
    """The primes that are smaller than `n`, in ascending order."""
    del workers  # TODO: share the numbers among that many processes.
    return [number for number in range(n) if is_prime(number)]


if __name__ == "__main__":
    print(primes_below(100, workers=2))
