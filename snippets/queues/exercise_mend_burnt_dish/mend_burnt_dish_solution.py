"""The slip is reported in a `finally`: cooked, burnt or worse."""

import queue
from collections.abc import Callable


def cook(slips: "queue.Queue[str]", make: Callable[[str], None], burnt: list[str]) -> None:
    """Cook one dish after the other, forever."""
    while True:
        dish = slips.get()
        try:
            make(dish)
        except ValueError:
            burnt.append(dish)
        finally:
            slips.task_done()
