"""The processes are joined before the queue is emptied: many primes do not fit in.

The check says: a process does not end before all that it put into a queue is taken out
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def _job(q, w, n, workers):
    for k in range(w, n, workers):
        if is_prime(k):
            q.put(k)
    q.put(None)


def primes_below(n, workers):
    q = multiprocessing.Queue()
    ps = [multiprocessing.Process(target=_job, args=(q, w, n, workers)) for w in range(workers)]
    for x in ps:
        x.start()
    for x in ps:
        x.join()
    out, ends = [], 0
    while ends < workers:
        k = q.get()
        if k is None:
            ends += 1
        else:
            out.append(k)
    return sorted(out)
