"""Start processes that heed Ctrl-C and the rest, also where the tests run in the background, which ignore them."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

USUAL = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)


@contextmanager
def usual_signals() -> Iterator[None]:
    """What is started meanwhile ignores no signal: a process inherits from its parent which ones are ignored."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in USUAL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
