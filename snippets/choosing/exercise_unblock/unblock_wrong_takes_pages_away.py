"""The list of pages is used up, and it is the caller's.

The check says: changed the list of pages to []
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    waiting = []
    while pages:
        waiting.append(asyncio.to_thread(recognise, pages.pop(0)))
    return list(await asyncio.gather(*waiting))
