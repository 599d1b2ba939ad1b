"""Looks again and again whether all have answered, and forgets that their threads have not ended.

The check says: and did not wait for 1 of its 3 threads
"""

import threading
import time
from collections.abc import Callable, Sequence


def roll_call(names: Sequence[str], answer: Callable[[], str]) -> list[str]:
    """What `answer()` returned in the thread of each name, in the order of the names."""
    answers: dict[int, str] = {}

    def call(place: int) -> None:
        answers[place] = answer()

    for place, name in enumerate(names):
        threading.Thread(target=call, args=(place,), name=name).start()
    while len(answers) < len(names):
        time.sleep(0.01)
    return [answers[place] for place in range(len(names))]
