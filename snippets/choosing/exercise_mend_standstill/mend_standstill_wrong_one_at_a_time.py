"""A lock for all scanners: who could have a scan at once waits for another scanner.

The check says: fetch() waits for another fetch() to end, whose scanner is not ready; its own is
"""

import asyncio

lock = asyncio.Lock()


async def fetch(scanner):
    async with lock:
        while not scanner.is_ready():
            await asyncio.sleep(0.1)
        return scanner.scan()
