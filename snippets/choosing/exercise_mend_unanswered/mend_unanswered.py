"""Mend visitors who are never answered.

`answer_all(visitors, answer)` answers all visitors at once, each by the coroutine function `answer`, and returns
their answers in the order of the visitors. What it returns now are no answers.
"""

from collections.abc import Callable, Sequence
from typing import Any


async def answer_all(visitors: Sequence[str], answer: Callable[[str], Any]) -> list[str]:
    """The answer for each visitor."""
    # TODO: what does a call of answer() give?
    return [answer(visitor) for visitor in visitors]
