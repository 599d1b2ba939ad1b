"""The waiting is left to a thread, which may sleep as it likes."""

import asyncio
import time


async def fetch(scanner):
    while not scanner.is_ready():
        await asyncio.to_thread(time.sleep, 0.1)
    return scanner.scan()
