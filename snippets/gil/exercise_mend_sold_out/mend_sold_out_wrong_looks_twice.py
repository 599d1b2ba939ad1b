"""A second look makes the gap smaller.

The check says: raises IndexError: pop from empty list
"""


class BoxOffice:
    def __init__(self, seats):
        self.seats = list(seats)

    def sell(self):
        if self.seats:
            if len(self.seats) > 0:
                return self.seats.pop()
        return None
