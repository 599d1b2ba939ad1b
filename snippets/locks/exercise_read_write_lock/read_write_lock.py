"""Let any number of threads read at the same time, and a thread that writes be alone.

Many look at a board of departures, and now and then somebody changes it. `read(look)` calls `look()`, `write(change)`
calls `change()`: once, in the caller's own thread, and returns what that returned. Any number may be in their `look` at
the same time. While somebody is in a `change`, nobody else is in a `look` or a `change`: the others wait.

What `look` or `change` raises goes on to the caller, and the next ones come in all the same. Whoever waits sleeps until
it is woken for a reason, and the clock is none; nobody looks again and again. Whether readers or writers come first is
up to you. There may be several such locks, each for itself. Nobody asks for a lock that they are inside of already.
"""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """Many readers at a time, or one writer."""

    def __init__(self) -> None:
        self.lock = threading.Lock()

    def read(self, look: Callable[[], object]) -> object:
        """Call `look` while nobody writes."""
        # TODO: several may be in here; nobody who writes.
        return look()

    def write(self, change: Callable[[], object]) -> object:
        """Call `change` while nobody else reads or writes."""
        # TODO: nobody else may be in here, nor in `read`.
        return change()
