"""Somebody else sleeps, and the thread of the loop waits for that.

The check says: fetch() waits between two is_ready() in the thread of the loop, which stands still
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def fetch(scanner):
    with ThreadPoolExecutor() as pool:
        while not scanner.is_ready():
            pool.submit(time.sleep, 0.1).result()
    return scanner.scan()
