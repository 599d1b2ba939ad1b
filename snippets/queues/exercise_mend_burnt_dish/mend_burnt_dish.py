"""Mend a waiter who waits for a burnt dish.

`cook(slips, make, burnt)` takes dishes from the queue `slips`, and calls `make(dish)` for each. If that raises a
`ValueError`, the dish is appended to the list `burnt`, and the cook goes on with the next one; any other exception
ends `cook`, which raises it, too. Whatever `make` does, a slip is reported as done once it has been dealt with, and not
before. So `slips.join()` has to return. It does not, once a dish was burnt. A dish may have no name: `""`.
"""

import queue
from collections.abc import Callable


def cook(slips: "queue.Queue[str]", make: Callable[[str], None], burnt: list[str]) -> None:
    """Cook one dish after the other, forever."""
    while True:
        dish = slips.get()
        try:
            make(dish)
            slips.task_done()  # TODO: what if the line above raises?
        except ValueError:
            burnt.append(dish)
