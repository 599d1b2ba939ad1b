"""Unblock a loop.

`recognise_all(pages)` returns a list, the text of each page, in the order of the pages; a text may be empty, and there
may be no page. While pages are recognised the loop goes on, so that visitors are answered, and at least two pages are
recognised at once. What `recognise` raises, `recognise_all` raises as well, alone or in a group. It leaves `pages` as
they are. Leave `recognise` as it is: it is not a coroutine, and takes as long as it takes.
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
    # TODO: meanwhile, nobody is answered.
    return [recognise(page) for page in pages]


if __name__ == "__main__":
    print(asyncio.run(recognise_all(["page 1", "page 2"])))
