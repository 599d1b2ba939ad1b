"""The temperatures of the check. They are in a file of their own, which workers import and which needs little time."""

import multiprocessing
from typing import Any

compared_here: list[int] = []  # in the process of the check
sent: list[int] = []
asked: list[bool] = []  # in the workers of the executor that is asked


def begin() -> None:
    """What each worker of that executor does first."""
    asked.append(True)


class ElsewhereError(Exception):
    """Temperatures are compared by a process that was not asked."""


class Degrees(int):
    """A temperature that notices where it is compared, and when it is sent."""

    def __lt__(self, other: int) -> bool:
        if not multiprocessing.parent_process():
            compared_here.append(self)
        elif not asked:
            raise ElsewhereError
        return int(self) < int(other)

    def __reduce__(self) -> tuple[Any, ...]:
        sent.append(self)
        return Degrees, (int(self),)
