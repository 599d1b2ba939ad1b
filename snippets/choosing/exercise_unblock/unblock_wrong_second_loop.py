"""A loop cannot be run in a loop.

The check says: RuntimeError
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def in_threads(pages):
    return await asyncio.gather(*[asyncio.to_thread(recognise, page) for page in pages])


async def recognise_all(pages):
    return asyncio.run(in_threads(pages))
