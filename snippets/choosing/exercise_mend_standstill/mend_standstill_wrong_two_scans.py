"""It looks whether there is something on the scan, and has it scanned once more.

The check says: fetch() called scan() when the scanner was not ready
"""

import asyncio

async def fetch(scanner):
    while not scanner.is_ready():
        await asyncio.sleep(0.1)
    if scanner.scan():
        return scanner.scan()
    return ""
