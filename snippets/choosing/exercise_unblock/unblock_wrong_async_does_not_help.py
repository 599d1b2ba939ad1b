"""It says async, and still calls recognise in the thread of the loop.

The check says: calls recognise() in the thread of the loop
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_later(page):
    return recognise(page)


async def recognise_all(pages):
    return await asyncio.gather(*map(recognise_later, pages))
