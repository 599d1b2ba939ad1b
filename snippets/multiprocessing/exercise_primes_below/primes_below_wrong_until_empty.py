"""The workers look whether the queue of numbers is empty, which it seems to be until a thread has filled it.

The check says: a worker goes on although what it waits for has not come yet
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def work(numbers, found):
    while not numbers.empty():
        number = numbers.get()
        if is_prime(number):
            found.put(number)
    found.put(None)


def primes_below(n, workers):
    numbers, found = multiprocessing.Queue(), multiprocessing.Queue()
    for number in range(n):
        numbers.put(number)
    those = [multiprocessing.Process(target=work, args=(numbers, found)) for _ in range(workers)]
    for one in those:
        one.start()
    primes, done = [], 0
    while done < workers:
        number = found.get()
        if number is None:
            done += 1
        else:
            primes.append(number)
    for one in those:
        one.join()
    return sorted(primes)
