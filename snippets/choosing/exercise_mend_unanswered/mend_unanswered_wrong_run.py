"""A second loop within the first one.

The check says: answer_all() raised RuntimeError: asyncio.run() cannot be called from a running event loop
"""

import asyncio


async def answer_all(visitors, answer):
    return [asyncio.run(answer(visitor)) for visitor in visitors]
