"""Without a time-out, `wait()` ends when the event is set, and not before."""

import threading
from collections.abc import Callable


def visit(opened: threading.Event, go_in: Callable[[], object]) -> None:
    """Call `go_in()` once, as soon as `opened` is set, however long that takes."""
    opened.wait()
    go_in()
