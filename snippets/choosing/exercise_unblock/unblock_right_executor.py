"""An executor of two threads, to which the loop hands the pages, and awaits one after the other."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as executor:
        futures = [loop.run_in_executor(executor, recognise, page) for page in pages]
        return [await future for future in futures]
