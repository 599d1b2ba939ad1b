"""What fails is tried once more, and so an error is lost.

The check says: does not raise what recognise('torn') raises
"""

import asyncio
import time

def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"

async def recognise_all(pages):
    async def one(p):
        try:
            return await asyncio.to_thread(recognise, p)
        except Exception:
            return await asyncio.to_thread(recognise, p)
    return list(await asyncio.gather(*map(one, pages)))
