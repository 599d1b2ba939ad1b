"""Three pages at once, and then the next three."""

import asyncio
import time
from collections.abc import Sequence


def recognise(page: str) -> str:
    """The text of a page."""
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages: Sequence[str]) -> list[str]:
    """The text of each page."""
    texts = []
    for first in range(0, len(pages), 3):
        calls = [asyncio.to_thread(recognise, page) for page in pages[first : first + 3]]
        texts += await asyncio.gather(*calls)
    return texts


if __name__ == "__main__":
    print(asyncio.run(recognise_all(["page 1", "page 2"])))
