"""Two drivers load the loaves of one shelf. `None` means that there are no more. One driver waits forever. Mend it."""

import queue
import threading
from collections.abc import Callable


def load_all(loaves: list[str], load: Callable[[str], object]) -> None:
    """Let two threads call `load(loaf)`, once for each loaf; return when all is loaded and both have ended."""
    shelf: queue.Queue[str | None] = queue.Queue()

    def drive() -> None:
        while (loaf := shelf.get()) is not None:
            load(loaf)

    drivers = [threading.Thread(target=drive, name=name) for name in ("Ann", "Ben")]
    for driver in drivers:
        driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    shelf.put(None)  # TODO: who gets it?
    for driver in drivers:
        driver.join()
