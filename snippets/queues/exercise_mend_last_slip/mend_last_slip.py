"""Mend an evening that never ends.

The waiter calls `serve(slips, dishes, cooks)`, which puts the dishes into the queue `slips`, and then what sends home
so many cooks. Each cook calls `cook(slips, make)` in a thread of its own, perhaps before the first dish is ordered.
It calls `make(dish)` for each dish that it takes, and returns when there will be no more. A dish is any string, and may
have no name: `""`. But only one of the cooks gets home.
"""

import queue
from collections.abc import Callable, Sequence


def serve(slips: "queue.Queue[str | None]", dishes: Sequence[str], cooks: int) -> None:
    """Order the dishes, then close the kitchen."""
    for dish in dishes:
        slips.put(dish)
    if cooks:
        slips.put(None)  # TODO: who sees this slip?


def cook(slips: "queue.Queue[str | None]", make: Callable[[str], None]) -> None:
    """Cook until the kitchen closes."""
    while (dish := slips.get()) is not None:
        make(dish)
