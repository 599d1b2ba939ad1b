"""Tasks have begun, and nobody waits for them.

The check says: answer_all() returned a Task for Cleo, not an answer
"""

import asyncio


async def answer_all(visitors, answer):
    return [asyncio.create_task(answer(visitor)) for visitor in visitors]
