"""Call a function in a thread of its own.

`in_a_thread(work)` starts a thread that calls `work`, waits for its end, and returns what `work` returned.
"""

from collections.abc import Callable


def in_a_thread(work: Callable[[], object]) -> object:
    """What the function returns when a thread of its own calls it."""
    return work()  # TODO: this is the caller's thread. Start another.
