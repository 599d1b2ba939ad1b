"""The numbers share a list; a list is safe, but not two writes to it.

The check says: were counted, so the snapshot is (2, 12), not
"""

class Counter:
    def __init__(self):
        self.numbers = [0, 0]

    def incr(self, euros):
        self.numbers[0] += 1
        self.numbers[1] += euros

    def snapshot(self):
        return tuple(self.numbers)
