"""The semaphore of the module belongs to the first loop in which somebody has to wait.

The check says: is bound to a different event loop
"""

import asyncio
import time


def recognise(page: str) -> str:
    """The text of a page."""
    time.sleep(0.2)
    return f"text of {page}"


SEM = asyncio.Semaphore(2)


async def recognise_all(pages):
    async def one(p):
        async with SEM:
            return await asyncio.to_thread(recognise, p)

    return list(await asyncio.gather(*map(one, pages)))
