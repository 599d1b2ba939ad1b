"""At each turn of the loop it looks whether all is done; the loop goes on, and others have their turns."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    pool = ThreadPoolExecutor()
    fs = [pool.submit(recognise, p) for p in pages]
    while not all(f.done() for f in fs):
        await asyncio.sleep(0)
    return [f.result() for f in fs]
