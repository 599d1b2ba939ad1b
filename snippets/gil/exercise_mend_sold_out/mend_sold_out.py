"""Mend a box office that fails when the last seat is sold.

Several threads call `sell()`. It takes a seat out of the list `seats` and returns it, any one that nobody else has
got; when no seat is left, it returns None. But once in a while there is an IndexError.
"""

from collections.abc import Sequence


class BoxOffice:
    """The seats of a studio."""

    def __init__(self, seats: Sequence[str]) -> None:
        self.seats = list(seats)

    def sell(self) -> str | None:
        """A seat, or None if there is none."""
        # TODO: what may happen between the look and the pop?
        if self.seats:
            return self.seats.pop()
        return None
