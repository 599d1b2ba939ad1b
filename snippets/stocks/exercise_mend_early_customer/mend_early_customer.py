"""A customer waits for the shop to open, and is sometimes inside before. Mend it."""

import threading
from collections.abc import Callable


def visit(opened: threading.Event, go_in: Callable[[], object]) -> None:
    """Call `go_in()` once, as soon as `opened` is set, however long that takes."""
    opened.wait(timeout=0.1)  # TODO: how does it end, when the time is up?
    go_in()
