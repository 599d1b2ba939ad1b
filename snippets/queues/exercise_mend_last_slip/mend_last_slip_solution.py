"""The waiter writes a last slip for each cook."""

import queue
from collections.abc import Callable, Sequence


def serve(slips: "queue.Queue[str | None]", dishes: Sequence[str], cooks: int) -> None:
    """Order the dishes, then close the kitchen."""
    for dish in dishes:
        slips.put(dish)
    for _ in range(cooks):
        slips.put(None)


def cook(slips: "queue.Queue[str | None]", make: Callable[[str], None]) -> None:
    """Cook until the kitchen closes."""
    while (dish := slips.get()) is not None:
        make(dish)
