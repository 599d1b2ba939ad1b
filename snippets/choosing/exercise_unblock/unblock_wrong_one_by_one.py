"""Each page is awaited before the next one begins.

The check says: recognises one page after the other
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    return [await asyncio.to_thread(recognise, page) for page in pages]
