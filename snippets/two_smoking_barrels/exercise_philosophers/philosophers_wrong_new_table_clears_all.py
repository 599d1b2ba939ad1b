"""All tables note in one set which forks are in use, and a new table empties it, while others eat.

The check says: eats while philosopher
"""

import threading


class Table:
    cond = threading.Condition()
    used: set = set()

    def __init__(self, seats):
        self.seats = seats
        Table.used = set()

    def dine(self, seat, eat):
        mine = {seat, (seat + 1) % self.seats}
        with self.cond:
            self.cond.wait_for(lambda: not (mine & Table.used))
            Table.used |= mine
        try:
            eat()
        finally:
            with self.cond:
                Table.used -= mine
                self.cond.notify_all()
