"""Two bakers knead at the same time. Their doughs should come back in the order of the names. Mend it.

The list has the order in which the bakers are done, which nobody can rely on.
"""

import threading
from collections.abc import Callable


def knead_both(knead: Callable[[str], str], names: list[str]) -> list[str]:
    """Call `knead(name)` for both at the same time, each in a thread; return both doughs, in the order of `names`."""
    doughs: list[str] = []

    def work(name: str) -> None:
        doughs.append(knead(name))  # TODO: remember whose dough it is.

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return doughs
