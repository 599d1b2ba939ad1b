"""Each is awaited before the next one is called.

The check says: answer_all() was answering 1 of 5 visitors
"""


async def answer_all(visitors, answer):
    return [await answer(visitor) for visitor in visitors]
