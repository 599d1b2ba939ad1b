"""The number is counted up under the lock, and read without it: then another worker may have counted, too.

The check says: calls is_prime(1) 2 times: the workers do not share the numbers
"""

import math
import multiprocessing as mp


def is_prime(number: int) -> bool:
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def _take(counter, n, out):
    mine = []
    while True:
        with counter.get_lock():
            counter.value += 1
        number = counter.value
        if number >= n:
            break
        if is_prime(number):
            mine.append(number)
    out.put(mine)


def primes_below(n: int, workers: int) -> list[int]:
    counter, out = mp.Value("i", -1), mp.Queue()
    ps = [mp.Process(target=_take, args=(counter, n, out)) for _ in range(workers)]
    for p in ps:
        p.start()
    found = []
    for _ in ps:
        found += out.get()
    for p in ps:
        p.join()
    return sorted(found)
