"""Each thread leaves its dough below its name, and the list is made when all of them are done."""

import threading
from collections.abc import Callable


def knead_both(knead: Callable[[str], str], names: list[str]) -> list[str]:
    """Call `knead(name)` for both at the same time, each in a thread; return both doughs, in the order of `names`."""
    doughs: dict[str, str] = {}

    def work(name: str) -> None:
        doughs[name] = knead(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [doughs[name] for name in names]
