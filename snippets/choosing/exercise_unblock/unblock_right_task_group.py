"""A group of tasks, which awaits them all when it is left."""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.to_thread(recognise, page)) for page in pages]
    return [task.result() for task in tasks]
