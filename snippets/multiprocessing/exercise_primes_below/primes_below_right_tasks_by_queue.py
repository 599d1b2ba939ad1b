"""The numbers come by a queue, and then one `None` for each worker."""

import math
import multiprocessing as mp


def is_prime(number: int) -> bool:
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


class Worker(mp.Process):
    def __init__(self, tasks, done):
        super().__init__()
        self.tasks, self.done = tasks, done

    def run(self):
        for number in iter(self.tasks.get, None):
            self.done.put((number, is_prime(number)))
        self.done.put(None)


def primes_below(n: int, workers: int) -> list[int]:
    tasks, done = mp.Queue(), mp.Queue()
    team = [Worker(tasks, done) for _ in range(workers)]
    [w.start() for w in team]
    for number in range(n):
        tasks.put(number)
    for _ in team:
        tasks.put(None)
    primes, left = [], workers
    while left:
        if (got := done.get()) is None:
            left -= 1
        elif got[1]:
            primes.append(got[0])
    for w in team:
        w.join()
    primes.sort()
    return primes
