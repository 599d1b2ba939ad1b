"""Which of many cases of one kind are tested: all in CI, elsewhere some that lie far from each other."""

import os
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")
IN_CI = "CI" in os.environ


def sample(items: Sequence[Item], size: int) -> list[Item]:
    """All of them in CI; else so many at the most, always the same ones."""
    most = len(items) if IN_CI else min(size, len(items))
    return [items[number * len(items) // most] for number in range(most)]
