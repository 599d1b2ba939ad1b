"""Each thread gets a function that looks up the page when it runs: by then, it is the last one.

The check says: returned 'text of page 5' for 'page 3'
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    tasks = []
    for page in pages:
        tasks.append(asyncio.to_thread(lambda: recognise(page)))
    return await asyncio.gather(*tasks)
