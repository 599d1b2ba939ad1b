"""A loop of `asyncio` waits for the workers of an executor, who take the name before answering."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def roll_call(names, answer):
    def reply(name):
        threading.current_thread().name = name
        return answer()

    async def call():
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(len(names) or 1) as pool:
            return await asyncio.gather(*(loop.run_in_executor(pool, reply, name) for name in names))

    return asyncio.run(call())
