"""Make the mixing desk once, when somebody first asks for it, however many threads ask.

`Studio(make)` has one desk. `studio.desk()` returns it. The first call makes it, by calling `make()`; before that call,
nothing is made. If several threads ask at the same moment, `make()` is called once all the same, and all of them get
the same desk. If `make()` raises, whatever it is, the exception reaches whoever asked, and the next call of `desk()`
tries again; those who asked at the same moment may get the exception as well, or try again. A desk may be an object
that counts as false, such as an empty list, but never None. Each studio has a desk of its own, and nobody waits while
that of another studio is made.
"""

from collections.abc import Callable


class Studio:
    """A studio whose desk is made when it is needed."""

    # TODO: let only one thread make the desk.

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make
        self.made: object = None

    def desk(self) -> object:
        """Return the desk; make it first, if there is none."""
        if self.made is None:
            self.made = self.make()
        return self.made
