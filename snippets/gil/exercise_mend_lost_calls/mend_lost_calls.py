"""Mend a station that loses calls.

Each phone line of the station calls `answer()` in a thread of its own, whenever somebody calls. It adds one to
`callers`, and returns the number of this call, which no other call gets. "That is safe", it says, "because of the
GIL."
"""


class Station:
    """A radio station that counts its callers."""

    def __init__(self) -> None:
        self.callers = 0

    def answer(self) -> int:
        """Count a call, and return its number: 1, 2 and so on."""
        # TODO: how many steps are these?
        self.callers += 1
        return self.callers
