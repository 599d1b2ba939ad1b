"""`asyncio.wait` needs one task at least, and there may be no page.

The check says: ValueError
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    tasks = [asyncio.create_task(asyncio.to_thread(recognise, page)) for page in pages]
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]
