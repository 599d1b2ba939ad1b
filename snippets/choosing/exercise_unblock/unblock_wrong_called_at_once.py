"""to_thread gets the text of the page, where it should get the function.

The check says: calls recognise() in the thread of the loop
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    return await asyncio.gather(*[asyncio.to_thread(recognise(page)) for page in pages])
