"""All are answered, in the order of the answers.

The check says: in place of 'hello Cleo'
"""

import asyncio


async def answer_all(visitors, answer):
    tasks = [asyncio.create_task(answer(visitor)) for visitor in visitors]
    return [await task for task in asyncio.as_completed(tasks)]
