"""One lock a studio, around the look and the making."""

import threading
from collections.abc import Callable


class Studio:
    """A studio whose desk is made when it is needed."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make
        self.made: object = None
        self.lock = threading.Lock()

    def desk(self) -> object:
        """Return the desk; make it first, if there is none."""
        with self.lock:
            if self.made is None:
                self.made = self.make()
            return self.made
