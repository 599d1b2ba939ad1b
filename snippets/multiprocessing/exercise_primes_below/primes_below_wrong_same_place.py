"""Two workers may write their prime to the same place of the array, before one counts it.

The check says: primes_below(60, 2) does not use what the workers found
"""

import math
import multiprocessing as mp


def is_prime(number: int) -> bool:
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def _part(numbers, out, count):
    for x in numbers:
        if is_prime(x):
            out[count.value] = x
            count.value += 1


def primes_below(n: int, workers: int) -> list[int]:
    out, count = mp.Array("i", n), mp.Value("i", 0)
    ps = [mp.Process(target=_part, args=(range(i, n, workers), out, count)) for i in range(workers)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    return sorted(out[: count.value])
