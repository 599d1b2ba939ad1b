"""A group of tasks, which is over when all of them are done."""

import asyncio


async def answer_all(visitors, answer):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(answer(visitor)) for visitor in visitors]
    return [task.result() for task in tasks]
