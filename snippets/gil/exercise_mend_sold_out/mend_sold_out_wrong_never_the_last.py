"""The last seat is never sold, to be safe.

The check says: sold is [None], and there was a seat
"""


class BoxOffice:
    def __init__(self, seats):
        self.seats = list(seats)

    def sell(self):
        if len(self.seats) > 1:
            return self.seats.pop()
        return None
