"""By then, all answers should be there.

The check says: answer_all() raised InvalidStateError
"""

import asyncio


async def answer_all(visitors, answer):
    tasks = [asyncio.create_task(answer(v)) for v in visitors]
    await asyncio.sleep(1)
    return [t.result() for t in tasks]
