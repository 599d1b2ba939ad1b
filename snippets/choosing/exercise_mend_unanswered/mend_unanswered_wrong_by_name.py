"""A dictionary of the answers, by name: of two visitors of one name, one is not answered.

The check says: answer_all() returned 4 answers for 5 visitors
"""

import asyncio

async def answer_all(visitors, answer):
    answers = dict(zip(visitors, await asyncio.gather(*(answer(v) for v in visitors))))
    return list(answers.values())
