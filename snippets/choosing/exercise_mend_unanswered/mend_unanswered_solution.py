"""A call makes a coroutine; `gather` runs all of them at once, and is awaited."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any


async def answer_all(visitors: Sequence[str], answer: Callable[[str], Any]) -> list[str]:
    """The answer for each visitor."""
    answers: list[str] = await asyncio.gather(*[answer(visitor) for visitor in visitors])
    return answers
