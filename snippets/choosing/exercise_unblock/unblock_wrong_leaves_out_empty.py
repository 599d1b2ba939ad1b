"""A page without any text is taken for none.

The check says: returned 4 texts, not 5
"""

import asyncio
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    texts = await asyncio.gather(*[asyncio.to_thread(recognise, page) for page in pages])
    return [text for text in texts if text]
