"""The pages are in other threads, and the loop waits for them without await.

The check says: stops the loop
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    with ThreadPoolExecutor() as executor:
        return list(executor.map(recognise, pages))
