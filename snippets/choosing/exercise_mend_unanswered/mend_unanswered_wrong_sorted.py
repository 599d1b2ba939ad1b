"""The answers, in the order of the alphabet.

The check says: answer_all() returned '' in place of 'hello Cleo'
"""

import asyncio

async def answer_all(visitors, answer):
    return sorted(await asyncio.gather(*(answer(v) for v in visitors)))
