"""Eating takes forks, and waiting for them is dangerous. So nobody waits.

The check says: uses the fork between them
"""

class Table:
    def __init__(self, seats):
        self.seats = seats

    def dine(self, seat, eat):
        eat()
