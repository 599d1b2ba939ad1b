"""`asyncio.sleep` puts the coroutine aside, and the loop goes on with the others."""

import asyncio
from typing import Protocol


class Scanner(Protocol):
    """A scanner in another building."""

    def is_ready(self) -> bool: ...
    def scan(self) -> str: ...


async def fetch(scanner: Scanner) -> str:
    """A scan, as soon as there is one."""
    while not scanner.is_ready():
        await asyncio.sleep(0.1)
    return scanner.scan()
