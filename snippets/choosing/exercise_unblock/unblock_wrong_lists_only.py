"""What is given is any sequence, and a tuple has no copy().

The check says: 'tuple' object has no attribute 'copy'
"""

import asyncio
import time


def recognise(page: str) -> str:
    """The text of a page."""
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    todo = pages.copy()
    todo.reverse()
    tasks = []
    while todo:
        tasks.append(asyncio.to_thread(recognise, todo.pop()))
    return await asyncio.gather(*tasks)
