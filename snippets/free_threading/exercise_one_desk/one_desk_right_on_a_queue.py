"""The desk lies on a queue: who takes it off has it alone, and puts it back."""

import queue
from collections.abc import Callable


class Studio:
    """A studio whose desk is made when it is needed."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make
        self.place: queue.Queue[object] = queue.Queue()
        self.place.put(None)

    def desk(self) -> object:
        """Return the desk; make it first, if there is none."""
        desk = self.place.get()
        try:
            if desk is None:
                desk = self.make()
        finally:
            self.place.put(desk)
        return desk
