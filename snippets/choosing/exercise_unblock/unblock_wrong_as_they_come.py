"""The texts come in the order in which they are ready.

The check says: returned 'text of page 5' for 'page 3'
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    tasks = [asyncio.create_task(asyncio.to_thread(recognise, page)) for page in pages]
    return [await task for task in asyncio.as_completed(tasks)]
