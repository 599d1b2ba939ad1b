"""A loop of `asyncio` waits for the workers of an executor, who begin together, so that nobody answers twice."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def roll_call(names, answer):
    if not names:
        return []
    everybody = threading.Barrier(len(names))

    def reply(name):
        threading.current_thread().name = name
        everybody.wait()
        return answer()

    async def call():
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(len(names)) as pool:
            return await asyncio.gather(*(loop.run_in_executor(pool, reply, name) for name in names))

    return asyncio.run(call())
