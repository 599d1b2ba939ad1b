"""Desks are kept by what makes them, for all studios.

The check says: two studios were given the same make
"""

import threading
from collections.abc import Callable

LOCK = threading.Lock()
DESKS: dict[Callable[[], object], object] = {}


class Studio:
    """A studio whose desk is made when it is needed."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make

    def desk(self) -> object:
        """Return the desk; make it first, if there is none."""
        with LOCK:
            if self.make not in DESKS:
                DESKS[self.make] = self.make()
            return DESKS[self.make]
