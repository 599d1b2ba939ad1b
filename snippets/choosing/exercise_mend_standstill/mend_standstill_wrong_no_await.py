"""The right sleep, and nobody awaits it: the loop asks again at once.

The check says: fetch() asked is_ready() 20 times in one turn of the loop
"""

import asyncio


async def fetch(scanner):
    while not scanner.is_ready():
        asyncio.sleep(0.1)
    return scanner.scan()
