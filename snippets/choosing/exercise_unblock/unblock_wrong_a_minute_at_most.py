"""It waits for a minute at most, and what is not ready then is left out without a word.

The check says: returned 0 texts, not 5
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    tasks = [asyncio.create_task(asyncio.to_thread(recognise, page)) for page in pages]
    if not tasks:
        return []
    done, _ = await asyncio.wait(tasks, timeout=60)
    return [task.result() for task in tasks if task in done]
