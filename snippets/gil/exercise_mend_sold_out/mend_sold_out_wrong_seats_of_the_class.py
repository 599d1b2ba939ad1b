"""All box offices have the seats of the newest.

The check says: sell() sold 'B1', and there is no such seat
"""


class BoxOffice:
    seats = []

    def __init__(self, seats):
        BoxOffice.seats = list(seats)

    def sell(self):
        try:
            return self.seats.pop()
        except IndexError:
            return None
