"""Each page is recognised in a thread, all of them at once, and the loop awaits them together."""

import asyncio
import time
from collections.abc import Sequence


def recognise(page: str) -> str:
    """The text of a page."""
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages: Sequence[str]) -> list[str]:
    """The text of each page."""
    return await asyncio.gather(*[asyncio.to_thread(recognise, page) for page in pages])


if __name__ == "__main__":
    print(asyncio.run(recognise_all(["page 1", "page 2"])))
