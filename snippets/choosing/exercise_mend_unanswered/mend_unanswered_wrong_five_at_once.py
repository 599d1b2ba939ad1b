"""At most five at a time, as if each were a thread.

The check says: answer_all() was answering 5 of 200 visitors when the first was answered
"""

import asyncio

async def answer_all(visitors, answer):
    gate = asyncio.Semaphore(5)
    async def one(v):
        async with gate:
            return await answer(v)
    return await asyncio.gather(*(one(v) for v in visitors))
