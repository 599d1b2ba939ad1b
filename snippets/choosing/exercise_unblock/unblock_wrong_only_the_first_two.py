"""Two pages are recognised at once, and all others one by one.

The check says: recognises page number 3 alone
"""

import asyncio
import time
from collections.abc import Sequence


def recognise(page: str) -> str:
    """The text of a page."""
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages: Sequence[str]) -> list[str]:
    """The text of each page."""
    texts = list(await asyncio.gather(*[asyncio.to_thread(recognise, page) for page in pages[:2]]))
    for page in pages[2:]:
        texts.append(await asyncio.to_thread(recognise, page))
    return texts


if __name__ == "__main__":
    print(asyncio.run(recognise_all(["page 1", "page 2"])))
