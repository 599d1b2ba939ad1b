"""After a thousand tries, it is taken to be ready.

The check says: fetch() called scan() when the scanner was not ready
"""

import asyncio
from typing import Protocol


class Scanner(Protocol):
    """A scanner in another building."""

    def is_ready(self) -> bool: ...
    def scan(self) -> str: ...


async def fetch(scanner):
    for _ in range(1000):
        if scanner.is_ready():
            break
        await asyncio.sleep(0.1)
    return scanner.scan()
