"""No look: a single `pop` is one step, and says itself that there was nothing."""

from collections.abc import Sequence


class BoxOffice:
    """The seats of a studio."""

    def __init__(self, seats: Sequence[str]) -> None:
        self.seats = list(seats)

    def sell(self) -> str | None:
        """A seat, or None if there is none."""
        try:
            return self.seats.pop()
        except IndexError:
            return None
