"""The loop goes on, and fetch asks at each of its turns.

The check says: fetch() awaited asyncio.sleep(0)
"""

import asyncio


async def fetch(scanner):
    while not scanner.is_ready():
        await asyncio.sleep(0)
    return scanner.scan()
