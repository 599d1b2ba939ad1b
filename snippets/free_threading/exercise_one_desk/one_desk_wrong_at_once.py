"""The desk is made with the studio, so there is nothing to guard.

The check says: Studio(make) makes a desk, and nobody has asked for one yet
"""


class Studio:
    def __init__(self, make):
        self.made = make()

    def desk(self):
        return self.made
