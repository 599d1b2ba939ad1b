"""The loop goes on, and fetch asks at each of its turns.

The check says: fetch() asked is_ready() 20 times without a pause
"""

import asyncio


async def fetch(scanner):
    while not scanner.is_ready():
        await asyncio.sleep(0)
    return scanner.scan()
