"""Each thread is an object that keeps its sum."""

import threading


class Adder(threading.Thread):
    def __init__(self, part):
        super().__init__()
        self.part = part

    def run(self):
        self.sum = sum(self.part)


def sum_slices(numbers, n):
    size = -(-len(numbers) // n)
    adders = [Adder(numbers[k * size : (k + 1) * size]) for k in range(n)]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    return sum(adder.sum for adder in adders)
