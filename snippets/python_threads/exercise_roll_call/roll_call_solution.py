"""Everybody has a place in the list, known before the threads start, so that it does not matter who is done first."""

import threading
from collections.abc import Callable, Sequence


def roll_call(names: Sequence[str], answer: Callable[[], str]) -> list[str]:
    """What `answer()` returned in the thread of each name, in the order of the names."""
    answers = [""] * len(names)

    def reply(place: int) -> None:
        answers[place] = answer()

    threads = [threading.Thread(target=reply, args=(place,), name=name) for place, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
