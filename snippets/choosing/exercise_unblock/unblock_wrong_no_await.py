"""Nobody awaits what gather has begun.

The check says: returned a _GatheringFuture, not a list
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    return asyncio.gather(*[asyncio.to_thread(recognise, page) for page in pages])
