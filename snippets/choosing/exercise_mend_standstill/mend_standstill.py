"""Mend a loop that stands still.

`fetch(scanner)` waits until `scanner.is_ready()`, for which it asks ten times a second, and returns what
`scanner.scan()` returns. Meanwhile the event loop has to go on, or no visitor is answered. Several scans may be fetched
at the same time, and none waits for another scanner than its own.
"""

import time
from typing import Protocol


class Scanner(Protocol):
    """A scanner in another building."""

    def is_ready(self) -> bool: ...
    def scan(self) -> str: ...


async def fetch(scanner: Scanner) -> str:
    """A scan, as soon as there is one."""
    while not scanner.is_ready():
        time.sleep(0.1)  # TODO: who has a turn meanwhile?
    return scanner.scan()
