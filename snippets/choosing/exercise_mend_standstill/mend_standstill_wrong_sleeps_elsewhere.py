"""Somebody else sleeps, and the thread of the loop waits for that.

The check says: fetch() stops the loop while a thread sleeps
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def fetch(scanner):
    with ThreadPoolExecutor() as pool:
        while not scanner.is_ready():
            pool.submit(time.sleep, 0.1).result()
    return scanner.scan()
