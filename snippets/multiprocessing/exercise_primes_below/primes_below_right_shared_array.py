"""An array in shared memory, a byte for each number: no two processes write to the same one."""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def mark(first, step, flags):
    for number in range(first, len(flags), step):
        flags[number] = is_prime(number)


def primes_below(n, workers):
    context = multiprocessing.get_context("spawn")
    flags = context.Array("b", n, lock=False)
    processes = [context.Process(target=mark, args=(first, workers, flags)) for first in range(workers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [number for number in range(n) if flags[number]]
